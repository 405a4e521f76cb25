package org.vcdsl.analysis.failure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.FailureEvent.Kind;

/**
 * What of a datacentre is up when one thing has failed, or none, found by going round until nothing more comes up.
 *
 * <p>It follows the design's words sentence by sentence, with names in sets, and shares no code with the analysis.
 */
final class NaiveEvaluation {

	private final RandomDatacentre datacentre;
	private final Optional<FailureEvent> failed;
	/** The names of all that is up. */
	private final Set<String> up = new HashSet<>();
	/** The switches that are up and have a path to the edge. */
	private final Set<String> connected = new HashSet<>();

	NaiveEvaluation(RandomDatacentre datacentre, Optional<FailureEvent> failed) {
		this.datacentre = datacentre;
		this.failed = failed;
		while (bringUp()) {
			continue;
		}
	}

	/** The services whose needs are not all met. */
	List<String> servicesDown() {
		return datacentre.services().stream().filter(service -> !service.needs().stream().allMatch(this::isMet))
				.map(RandomDatacentre.Service::name).toList();
	}

	/** Whether enough members of a need are reachable. */
	boolean isMet(RandomDatacentre.Need need) {
		return members(need.target()).filter(member -> isReachable(member, need.network())).count() >= need.required().orElse(1);
	}

	/** How many of all workloads are reachable. */
	long reachableWorkloads() {
		return Stream.concat(datacentre.machines().stream().map(RandomDatacentre.Machine::name),
				datacentre.containers().stream().map(RandomDatacentre.Container::name)).flatMap(this::members)
				.filter(member -> isReachable(member, Optional.empty())).count();
	}

	/** One round over everything; answers whether something came up. */
	private boolean bringUp() {
		var before = up.size() + connected.size();
		datacentre.places().stream()
				.filter(place -> works(Kind.LOCATION, place.name()) && place.within().map(this::stands).orElse(true))
				.forEach(place -> up.add(place.name()));
		datacentre.feeds().stream()
				.filter(feed -> works(Kind.FEED, feed.name()) && stands(feed.place()) && isPowered(feed.power()))
				.forEach(feed -> up.add(feed.name()));
		datacentre.switches().stream()
				.filter(one -> works(Kind.SWITCH, one.name()) && stands(one.place()) && isPowered(one.power()))
				.forEach(one -> up.add(one.name()));
		datacentre.switches().stream().filter(one -> up.contains(one.name()))
				.filter(one -> one.edge() || one.uplinks().isEmpty() || any(one.uplinks(), connected))
				.forEach(one -> connected.add(one.name()));
		datacentre.hosts().stream().filter(this::isUp).forEach(host -> up.add(host.name()));
		datacentre.volumes().stream()
				.filter(volume -> works(Kind.VOLUME, volume.name()) && volume.host().map(up::contains).orElse(true))
				.forEach(volume -> up.add(volume.name()));
		datacentre.machines().stream().filter(this::isUp).forEach(machine -> up.add(machine.name()));
		return up.size() + connected.size() > before;
	}

	private boolean isUp(RandomDatacentre.Host host) {
		return works(Kind.HARDWARE, host.name()) && works(Kind.KERNEL, host.name()) && stands(host.place())
				&& isPowered(host.power());
	}

	private boolean isUp(RandomDatacentre.Machine machine) {
		return up.contains(machine.host()) && works(Kind.HYPERVISOR, machine.host()) && works(Kind.KERNEL, machine.name())
				&& up.containsAll(machine.volumes());
	}

	private boolean isPowered(RandomDatacentre.Power power) {
		var needed = power.feeds().isEmpty() ? 0 : power.required().orElse(1);
		return power.feeds().stream().filter(up::contains).count() >= needed;
	}

	private boolean stands(RandomDatacentre.Place place) {
		return up.contains(place.name());
	}

	private boolean works(Kind kind, String element) {
		return !failed.equals(Optional.of(new FailureEvent(kind, element)));
	}

	private record Member(String platform, boolean isUp, List<String> networks) {
	}

	private Stream<Member> members(String target) {
		var machine = datacentre.machines().stream().filter(one -> one.name().equals(target))
				.map(one -> new Member(one.host(), up.contains(one.name()), one.networks()));
		var replicas = datacentre.containers().stream().filter(one -> one.name().equals(target))
				.flatMap(one -> IntStream.range(0, one.replicas().orElse(1))
						.mapToObj(replica -> new Member(one.standsOn(), isUp(one), one.networks())));
		return Stream.concat(machine, replicas);
	}

	private boolean isUp(RandomDatacentre.Container container) {
		return up.contains(container.standsOn()) && works(Kind.ENGINE, container.standsOn());
	}

	private boolean isReachable(Member member, Optional<String> network) {
		var uplinks = hostBelow(member.platform).uplinks();
		return member.isUp && (uplinks.isEmpty() || any(uplinks, connected))
				&& network.map(member.networks::contains).orElse(true);
	}

	private RandomDatacentre.Host hostBelow(String platform) {
		var host = datacentre.machines().stream().filter(machine -> machine.name().equals(platform))
				.map(RandomDatacentre.Machine::host).findAny().orElse(platform);
		return datacentre.hosts().stream().filter(one -> one.name().equals(host)).findAny().orElseThrow();
	}

	private static boolean any(List<String> names, Collection<String> of) {
		return names.stream().anyMatch(of::contains);
	}
}
