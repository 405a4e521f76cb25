package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * The failure model of a topology, derived and never written by hand.
 *
 * <ul>
 * <li>A location needs the location around it.
 * <li>A feed, a switch and a host need their location and so many of their feeds as their supply says.
 * <li>A host is up when its hardware and its kernel are, too.
 * <li>A volume may fail by itself, and goes down with the host that holds it.
 * <li>A virtual machine needs what it stands on, the hypervisor there, its own kernel and every volume it mounts; a container needs
 * what it stands on and the engine there, and so the kernel it borrows.
 * <li>A switch is connected when it is up and is an edge or has a connected uplink; a host, when it is up and has one.
 * <li>A workload is reachable when it is up and its host is connected; a service needs as many reachable members as it says.
 * </ul>
 * What nobody stated is not modelled: a host without an uplink counts as connected, one without a feed as powered.
 */
final class FailureModel {

	private final Topology topology;
	private final SuccessGraph.Builder graph = new SuccessGraph.Builder();
	private final Map<FailureEvent, Integer> events = new LinkedHashMap<>();
	private final Map<String, Integer> locations = new HashMap<>();
	private final Map<String, Integer> feeds = new HashMap<>();
	private final Map<String, Integer> connectedSwitches = new HashMap<>();
	private final Map<String, Integer> hosts = new HashMap<>();
	private final Map<String, Integer> connectedHosts = new HashMap<>();
	private final Map<String, Integer> volumes = new HashMap<>();
	private final Map<String, Integer> workloads = new HashMap<>();
	private final Map<Service.Need, Integer> needs = new LinkedHashMap<>();
	private final Map<String, Integer> services = new LinkedHashMap<>();

	/** Derives the model; linear in the size of the topology. */
	FailureModel(Topology topology) {
		this.topology = topology;
		declare(topology.locations(), locations);
		declare(topology.feeds(), feeds);
		declare(topology.switches(), connectedSwitches);
		declare(topology.hosts(), hosts);
		declare(topology.volumes(), volumes);
		declare(topology.workloads(), workloads);
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

	/** The node of each need. */
	Map<Service.Need, Integer> needs() {
		return needs;
	}

	SuccessGraph graph() {
		return graph.build();
	}

	private void declare(Map<String, ?> elements, Map<String, Integer> nodes) {
		elements.keySet().forEach(name -> nodes.put(name, graph.declare()));
	}

	private int event(Kind kind, String element) {
		return events.computeIfAbsent(new FailureEvent(kind, element), event -> graph.event());
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
			if (!networkSwitch.edge()) {
				needed.add(anyConnected(networkSwitch.uplinks()));
			}
			defineAll(connectedSwitches.get(networkSwitch.name()), needed);
		}
	}

	private void defineHosts() {
		for (var host : topology.hosts().values()) {
			var needed = needed(event(Kind.HARDWARE, host.name()), host.location());
			needed.add(event(Kind.KERNEL, host.name()));
			addSupply(needed, host.supply());
			defineAll(hosts.get(host.name()), needed);
			connectedHosts.put(host.name(), host.uplinks().isEmpty()
					? hosts.get(host.name())
					: graph.all(List.of(hosts.get(host.name()), anyConnected(host.uplinks()))));
		}
	}

	private void defineVolumes() {
		for (var volume : topology.volumes().values()) {
			var needed = new ArrayList<>(List.of(event(Kind.VOLUME, volume.name())));
			volume.host().ifPresent(host -> needed.add(hosts.get(host)));
			defineAll(volumes.get(volume.name()), needed);
		}
	}

	private void defineWorkloads() {
		for (var workload : topology.workloads().values()) {
			var needed = new ArrayList<Integer>();
			needed.add(switch (topology.platformOf(workload)) {
				case Host host -> hosts.get(host.name());
				case VirtualMachine vm -> workloads.get(vm.name());
			});
			switch (workload) {
				case VirtualMachine vm -> {
					topology.hostOf(vm).hypervisor().ifPresent(any -> needed.add(event(Kind.HYPERVISOR, vm.standsOn())));
					needed.add(event(Kind.KERNEL, vm.name()));
					vm.volumes().forEach(volume -> needed.add(volumes.get(volume)));
				}
				case Container container -> engineOf(topology.platformOf(container)).ifPresent(needed::add);
			}
			defineAll(workloads.get(workload.name()), needed);
		}
	}

	private Optional<Integer> engineOf(ContainerHost platform) {
		return platform.engines().isEmpty() ? Optional.empty() : Optional.of(event(Kind.ENGINE, platform.name()));
	}

	private void defineServices() {
		var reachable = new HashMap<String, Integer>();
		for (var service : topology.services().values()) {
			var needed = new ArrayList<Integer>();
			for (var need : service.needs()) {
				var members = need.members().stream().map(topology.workloads()::get)
						.map(member -> need.network().map(network -> member.nics().contains(network)).orElse(true)
								? reachable.computeIfAbsent(member.name(), name -> reachable(member))
								: graph.never())
						.toList();
				var node = graph.declare();
				graph.define(node, need.required(), members);
				needs.put(need, node);
				needed.add(node);
			}
			services.put(service.name(), graph.all(needed));
		}
	}

	private int reachable(Workload workload) {
		return graph.all(List.of(workloads.get(workload.name()),
				connectedHosts.get(topology.hostOf(workload).name())));
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

	private int anyConnected(List<String> uplinks) {
		return graph.gate(1, nodes(uplinks, connectedSwitches));
	}

	private void defineAll(int gate, List<Integer> needed) {
		graph.define(gate, needed.size(), needed);
	}

	private static int[] nodes(List<String> names, Map<String, Integer> nodes) {
		return names.stream().mapToInt(nodes::get).toArray();
	}
}
