package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.analysis.failure.RandomDatacentre.Host;
import org.vcdsl.analysis.failure.RandomDatacentre.Need;
import org.vcdsl.analysis.failure.RandomDatacentre.Place;
import org.vcdsl.analysis.failure.RandomDatacentre.Power;
import org.vcdsl.analysis.failure.RandomDatacentre.Service;
import org.vcdsl.analysis.failure.RandomDatacentre.Switch;
import org.vcdsl.analysis.failure.RandomDatacentre.Volume;
import org.vcdsl.analysis.failure.RandomDatacentre.Workload;

/**
 * What of a datacentre is up when one thing has failed, or none.
 *
 * <p>Power is found by going round until nothing more comes up, the network by walking from its edges, workloads by going round until
 * nothing more goes down. It follows the design's words sentence by sentence, with names in sets, and shares no code with the analysis.
 */
final class NaiveEvaluation {

	/** No network in particular. */
	private static final String ANY = "";

	private final RandomDatacentre datacentre;
	/** What each workload stands on. */
	private final Map<String, String> placement;
	private final Optional<FailureEvent> failed;
	/** The names of all that is up. */
	private final Set<String> up = new HashSet<>();
	/** The switches that are up and have a path to the edge, by the network that takes it. */
	private final Map<String, Set<String>> connected = new HashMap<>();

	NaiveEvaluation(RandomDatacentre datacentre, Map<String, String> placement, Optional<FailureEvent> failed) {
		this.datacentre = datacentre;
		this.placement = placement;
		this.failed = failed;
		connected.put(ANY, new HashSet<>());
		RandomDatacentre.NETWORKS.forEach(network -> connected.put(network, new HashSet<>()));
		while (bringUp()) {
			continue;
		}
		connected.keySet().forEach(this::walk);
		datacentre.workloads().forEach(workload -> up.addAll(workload.members()));
		while (takeDown()) {
			continue;
		}
	}

	/** The services whose needs are not all met. */
	List<String> servicesDown() {
		return datacentre.services().stream().filter(service -> !service.needs().stream().allMatch(this::isMet))
				.map(Service::name).toList();
	}

	/** Whether enough members of a need are reachable. */
	boolean isMet(Need need) {
		return need.members().stream().filter(member -> isReachable(member, need.network())).count() >= need.required().orElse(1);
	}

	/** Whether enough members of a need would be reachable if all of them were up. */
	boolean couldBeMet(Need need) {
		return need.members().stream().filter(member -> isConnected(member, need.network())).count() >= need.required().orElse(1);
	}

	/** How many of all workloads are reachable. */
	long reachableWorkloads() {
		return datacentre.workloads().stream().flatMap(workload -> workload.members().stream())
				.filter(member -> isReachable(member, Optional.empty())).count();
	}

	/** One round over all that may be dead from the start; answers whether something came up. */
	private boolean bringUp() {
		var before = up.size();
		datacentre.places().stream()
				.filter(place -> works(Kind.LOCATION, place.name()) && place.within().map(this::stands).orElse(true))
				.forEach(place -> up.add(place.name()));
		datacentre.feeds().stream()
				.filter(feed -> works(Kind.FEED, feed.name()) && stands(feed.place()) && isPowered(feed.power()))
				.forEach(feed -> up.add(feed.name()));
		for (var one : datacentre.switches()) {
			one.names().members().stream().filter(name -> works(Kind.SWITCH, name) && stands(one.place()) && isPowered(one.power()))
					.forEach(up::add);
		}
		for (var host : datacentre.hosts()) {
			host.names().members().stream().filter(name -> works(Kind.HARDWARE, name) && works(Kind.KERNEL, name)
					&& stands(host.place()) && isPowered(host.power())).forEach(up::add);
		}
		for (var volume : datacentre.volumes()) {
			volume.names().members().stream().filter(name -> serves(volume, name)).forEach(up::add);
		}
		return up.size() > before;
	}

	/** From the edges to every switch that is up, carries the network and has a link with one reached before: down uplinks, along peers. */
	private void walk(String network) {
		var reached = connected.get(network);
		var open = new ArrayDeque<String>();
		switches().filter(this::isEdge).filter(name -> passes(name, network)).forEach(open::add);
		while (!open.isEmpty()) {
			var here = open.remove();
			if (reached.add(here)) {
				switches().filter(name -> switchOf(name).uplinks().contains(here) || isPeer(name, here))
						.filter(name -> passes(name, network)).forEach(open::add);
			}
		}
	}

	private boolean passes(String name, String network) {
		return up.contains(name) && carries(switchOf(name), network);
	}

	/** Whether it is marked as one; or leads nowhere, and none of those it gets to along peers is marked or leads away from them. */
	private boolean isEdge(String name) {
		var together = new HashSet<>(Set.of(name));
		while (together.addAll(switches().filter(other -> together.stream().anyMatch(one -> isPeer(one, other))).toList())) {
			continue;
		}
		return switchOf(name).edge() || switchOf(name).uplinks().isEmpty() && together.stream().map(this::switchOf)
				.noneMatch(one -> one.edge() || one.uplinks().stream().anyMatch(uplink -> !together.contains(uplink)));
	}

	private boolean isPeer(String one, String other) {
		return !one.equals(other) && (namesAsPeer(one, other) || namesAsPeer(other, one));
	}

	private boolean namesAsPeer(String one, String other) {
		return switchOf(one).peers().stream().anyMatch(names -> names.members().contains(other));
	}

	private Switch switchOf(String name) {
		return datacentre.switches().stream().filter(one -> one.names().members().contains(name)).findAny().orElseThrow();
	}

	private Stream<String> switches() {
		return datacentre.switches().stream().flatMap(one -> one.names().members().stream());
	}

	private boolean isPowered(Power power) {
		var needed = power.feeds().isEmpty() ? 0 : power.required().orElse(1);
		return power.feeds().stream().filter(up::contains).count() >= needed;
	}

	private static boolean carries(Switch one, String network) {
		return network.equals(ANY) || one.carries().isEmpty() || one.carries().contains(network);
	}

	/** A local volume lives and dies with its host, a shared one serves while a quorum of its copies surely stands. */
	private boolean serves(Volume volume, String name) {
		if (volume.hosts().isEmpty()) {
			return works(Kind.VOLUME, name);
		}
		if (!volume.shared()) {
			return works(Kind.VOLUME, name) && any(volume.hosts(), up);
		}
		var lost = volume.hosts().stream().filter(host -> !up.contains(host)).count();
		var quorum = volume.quorum().orElse(volume.copies() - volume.copies() / 2);
		return volume.copies() - lost >= quorum;
	}

	/** One round over all workloads; answers whether something went down. */
	private boolean takeDown() {
		var before = up.size();
		for (var workload : datacentre.workloads()) {
			workload.members().stream().filter(name -> !isUp(workload, name)).forEach(up::remove);
		}
		return up.size() < before;
	}

	private boolean isUp(Workload workload, String name) {
		var platform = placement.get(name);
		return up.contains(platform)
				&& (!workload.hasOwnKernel() || works(Kind.KERNEL, name) && works(Kind.HYPERVISOR, platform))
				&& (workload.isMachine() || engine(workload, platform)
						.map(engine -> works(new FailureEvent(Kind.ENGINE, platform, Optional.of(engine)))).orElse(true))
				&& up.containsAll(workload.mounted())
				&& workload.needs().stream().allMatch(this::isMet);
	}

	/** What starts a container: what it asks for, or the first that starts its kind. */
	private Optional<String> engine(Workload workload, String platform) {
		var there = Stream.concat(
				datacentre.hosts().stream().filter(host -> host.names().members().contains(platform)).map(Host::engines),
				datacentre.workloads().stream().filter(vm -> vm.members().contains(platform)).map(Workload::engines))
				.findAny().orElseThrow();
		return there.stream().filter(engine -> workload.engine().isPresent() ? workload.engine().get().equals(engine)
				: workload.kind().equals("lxc") == engine.equals("lxc")).findFirst();
	}

	private boolean isReachable(String member, Optional<String> network) {
		return up.contains(member) && isConnected(member, network);
	}

	private boolean isConnected(String member, Optional<String> network) {
		var host = hostBelow(member);
		var uplinks = datacentre.hosts().stream().filter(one -> one.names().members().contains(host)).findAny().orElseThrow().uplinks();
		return network.map(name -> answersOn(member, name)).orElse(true) && up.contains(host)
				&& (uplinks.isEmpty() || any(uplinks, connected.get(network.orElse(ANY))));
	}

	private boolean answersOn(String member, String network) {
		var workload = workload(member);
		if (!workload.networks().isEmpty()) {
			return workload.networks().contains(network);
		}
		var atItsHost = workload.kind().equals("pod") || workload.kind().equals("container") && workload.publishes();
		return atItsHost && (isHost(placement.get(member)) || answersOn(placement.get(member), network));
	}

	private String hostBelow(String workload) {
		var platform = placement.get(workload);
		return isHost(platform) ? platform : hostBelow(platform);
	}

	private boolean isHost(String platform) {
		return datacentre.hosts().stream().anyMatch(host -> host.names().members().contains(platform));
	}

	private Workload workload(String name) {
		return datacentre.workloads().stream().filter(workload -> workload.members().contains(name)).findAny().orElseThrow();
	}

	private boolean stands(Place place) {
		return place == Place.NOWHERE || up.contains(place.name());
	}

	private boolean works(Kind kind, String element) {
		return works(new FailureEvent(kind, element));
	}

	private boolean works(FailureEvent event) {
		return !failed.equals(Optional.of(event));
	}

	private static boolean any(List<String> names, Collection<String> of) {
		return names.stream().anyMatch(of::contains);
	}
}
