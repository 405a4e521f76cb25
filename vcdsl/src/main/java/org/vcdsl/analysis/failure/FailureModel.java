package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.analysis.failure.SuccessGraph.FixedPoint;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * The failure model of a topology, derived and never written by hand.
 *
 * <ul>
 * <li>A location needs the location around it.
 * <li>A feed, a switch and a host need their location and so many of their feeds as their supply says.
 * <li>A host is up when its hardware and its kernel are, too.
 * <li>A local volume may fail by itself, and goes down with the host that holds it. A shared one serves while enough of its hosts are
 * up. A volume of which nobody stated where it stands is one event.
 * <li>Every workload needs what it stands on, every volume it mounts and whatever it says it needs. One that brings its own kernel (a
 * virtual machine, a microVM, a container isolated by one) needs that kernel and the hypervisor below it; one that an engine starts (a
 * container, a system container, a pod) needs the engine, and so the kernel it borrows.
 * <li>What has a way to the edge is said by {@link Connections}.
 * <li>A workload is reachable when it is up and its host is connected, on the network asked for if one is: then it must answer there,
 * too. A need is met by as many reachable members as it says, a service when all its needs are.
 * </ul>
 * Managers of hypervisors and members of a control plane are not asked: without them nothing restarts, and nothing stops. What nobody stated
 * is not modelled: a host without an uplink counts as connected, one without a feed as powered.
 *
 * <p>Power and switches in a circle ask for the least fixed point, workloads that need each other for the greatest. No circle goes through
 * both, since nothing of the former depends on a workload.
 */
final class FailureModel {

	private final Topology topology;
	private final SuccessGraph.Builder graph = new SuccessGraph.Builder();
	private final Map<FailureEvent, Integer> events = new LinkedHashMap<>();
	private final Map<String, Integer> locations = new HashMap<>();
	private final Map<String, Integer> feeds = new HashMap<>();
	private final Map<String, Integer> switches = new HashMap<>();
	private final Map<String, Integer> hosts = new HashMap<>();
	private final Map<String, Integer> volumes = new HashMap<>();
	private final Map<String, Integer> workloads = new LinkedHashMap<>();
	private final Connections connections;
	private final Map<Member, Integer> reachable = new HashMap<>();
	/** By identity: the members of a group share their needs. */
	private final Map<Need, Integer> needs = new IdentityHashMap<>();
	private final Map<String, Integer> services = new LinkedHashMap<>();

	/**
	 * A workload that a need counts.
	 *
	 * @param network on which it must be reached, where that makes a difference
	 */
	private record Member(String workload, Optional<String> network) {
	}

	/** Derives the model; linear in the size of the topology, times the networks that needs name and not every switch carries. */
	FailureModel(Topology topology) {
		this.topology = topology;
		this.connections = new Connections(topology, graph, switches, hosts);
		declare(topology.locations(), locations, FixedPoint.LEAST);
		declare(topology.feeds(), feeds, FixedPoint.LEAST);
		declare(topology.switches(), switches, FixedPoint.LEAST);
		declare(topology.hosts(), hosts, FixedPoint.LEAST);
		declare(topology.volumes(), volumes, FixedPoint.LEAST);
		declare(topology.workloads(), workloads, FixedPoint.GREATEST);
		defineLocations();
		defineFeeds();
		defineSwitches();
		defineHosts();
		defineVolumes();
		defineWorkloads();
		defineServices();
	}

	/** All basic events, kind after kind, each with its node. */
	Map<FailureEvent, Integer> events() {
		return events;
	}

	/** The node of each service, by name. */
	Map<String, Integer> services() {
		return services;
	}

	/** The node of each workload, by name; in the order of the topology. */
	Map<String, Integer> workloads() {
		return workloads;
	}

	/** The node of each host, by name. */
	Map<String, Integer> hosts() {
		return hosts;
	}

	/** The node of each volume, by name. */
	Map<String, Integer> volumes() {
		return volumes;
	}

	/** The node of a need of a service or of a workload. */
	int node(Need need) {
		return needs.get(need);
	}

	/** For each member that answers where a need asks for it, the node that says whether its host is connected there. */
	List<Integer> connections(Need need) {
		return need.members().stream().map(topology.workloads()::get).filter(member -> answers(member, need.network()))
				.map(member -> connections.of(topology.hostOf(member), need.network())).toList();
	}

	SuccessGraph graph() {
		return graph.build();
	}

	private void declare(Map<String, ?> elements, Map<String, Integer> nodes, FixedPoint inCircles) {
		elements.keySet().forEach(name -> nodes.put(name, graph.declare(inCircles)));
	}

	private int event(Kind kind, String element) {
		return event(new FailureEvent(kind, element));
	}

	private int event(FailureEvent event) {
		return events.computeIfAbsent(event, any -> graph.event());
	}

	private void defineLocations() {
		for (var location : topology.locations().values()) {
			var needed = needed(event(Kind.LOCATION, location.name()), location.within());
			defineAll(locations.get(location.name()), needed);
		}
	}

	private void defineFeeds() {
		for (var feed : topology.feeds().values()) {
			var needed = needed(event(Kind.FEED, feed.name()), feed.location());
			addSupply(needed, feed.supply());
			defineAll(feeds.get(feed.name()), needed);
		}
	}

	private void defineSwitches() {
		for (var networkSwitch : topology.switches().values()) {
			var needed = needed(event(Kind.SWITCH, networkSwitch.name()), networkSwitch.location());
			addSupply(needed, networkSwitch.supply());
			defineAll(switches.get(networkSwitch.name()), needed);
		}
	}

	private void defineHosts() {
		for (var host : topology.hosts().values()) {
			var needed = needed(event(Kind.HARDWARE, host.name()), host.location());
			needed.add(event(Kind.KERNEL, host.name()));
			addSupply(needed, host.supply());
			defineAll(hosts.get(host.name()), needed);
		}
	}

	private void defineVolumes() {
		for (var volume : topology.volumes().values()) {
			var needed = new ArrayList<Integer>();
			if (mayFailByItself(volume)) {
				needed.add(event(Kind.VOLUME, volume.name()));
			}
			if (!volume.hosts().isEmpty()) {
				needed.add(graph.gate(volume.hostsNeeded(), nodes(volume.hosts(), hosts)));
			}
			defineAll(volumes.get(volume.name()), needed);
		}
	}

	/** What is shared by stated hosts fails with these and not by itself: that is what its copies are for. */
	private static boolean mayFailByItself(Volume volume) {
		return !volume.shared() || volume.hosts().isEmpty();
	}

	private void defineWorkloads() {
		for (var workload : topology.workloads().values()) {
			var platform = topology.platformOf(workload);
			var needed = new ArrayList<>(List.of(node(platform)));
			if (workload.bringsKernel()) {
				platform.hypervisor().ifPresent(any -> needed.add(event(Kind.HYPERVISOR, platform.name())));
				needed.add(event(Kind.KERNEL, workload.name()));
			}
			topology.engineOf(workload).ifPresent(engine -> needed
					.add(event(new FailureEvent(Kind.ENGINE, platform.name(), Optional.of(engine.name())))));
			workload.volumes().forEach(volume -> needed.add(volumes.get(volume)));
			workload.duties().needs().forEach(need -> needed.add(needs.computeIfAbsent(need, this::define)));
			defineAll(workloads.get(workload.name()), needed);
		}
	}

	private int node(ContainerHost platform) {
		return switch (platform) {
			case Host host -> hosts.get(host.name());
			case VirtualMachine vm -> workloads.get(vm.name());
		};
	}

	private void defineServices() {
		for (var service : topology.services().values()) {
			services.put(service.name(), graph.all(service.needs().stream().map(need -> needs.computeIfAbsent(need, this::define))
					.toList()));
		}
	}

	private int define(Need need) {
		var gate = graph.declare(FixedPoint.GREATEST);
		var network = connections.distinct(need.network());
		graph.define(gate, need.required(), need.members().stream().map(topology.workloads()::get)
				.filter(member -> answers(member, need.network()))
				.map(member -> reachable.computeIfAbsent(new Member(member.name(), network), any -> reachable(member, network)))
				.toList());
		return gate;
	}

	private boolean answers(Workload member, Optional<String> network) {
		return network.map(name -> topology.answersOn(member, name)).orElse(true);
	}

	private int reachable(Workload workload, Optional<String> network) {
		var gate = graph.declare(FixedPoint.GREATEST);
		defineAll(gate, List.of(workloads.get(workload.name()), connections.of(topology.hostOf(workload), network)));
		return gate;
	}

	private List<Integer> needed(int event, Optional<String> location) {
		var needed = new ArrayList<>(List.of(event));
		location.ifPresent(name -> needed.add(locations.get(name)));
		return needed;
	}

	private void addSupply(List<Integer> needed, Supply supply) {
		if (supply.isStated()) {
			needed.add(graph.gate(supply.required(), nodes(supply.feeds(), feeds)));
		}
	}

	private void defineAll(int gate, List<Integer> needed) {
		graph.define(gate, needed.size(), needed);
	}

	private static int[] nodes(List<String> names, Map<String, Integer> nodes) {
		return names.stream().mapToInt(nodes::get).toArray();
	}
}
