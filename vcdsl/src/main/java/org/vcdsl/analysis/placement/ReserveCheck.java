package org.vcdsl.analysis.placement;

import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.BROKEN;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.KEPT;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.UNKNOWN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.DiskDemand;
import org.vcdsl.analysis.capacity.Fraction;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.analysis.capacity.Part;
import org.vcdsl.analysis.capacity.SharedDiskDemand;
import org.vcdsl.analysis.failure.CutOff;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

/**
 * Whether as much of a resource stays free as any n failure domains of a kind hold.
 *
 * <p>That is: after the loss of any n of them, what is free on the rest is at least what was taken on these. Let S be n domains,
 * {@code free = capacity - taken} everywhere. What is free on the rest is {@code free(all) - free(S)}, and that it is at least
 * {@code taken(S)} says that {@code free(all) >= free(S) + taken(S) = capacity(S)}. It holds for every S when it holds for the n largest
 * domains, so one sum decides. Domains have no host in common: locations of one kind, hosts and kernels never do, and of feeds and
 * switches only the loss of one at a time is answered. Hosts in no such domain are never lost, and what is free on them counts.
 *
 * <p>It is a sum: that each workload also <em>fits</em> somewhere on the rest, in one piece and under every rule, it does not say.
 */
final class ReserveCheck {


	private final Topology topology;
	private final FailureDomains domains;
	private final Constraint constraint;
	private final Constraint.Reserve reserve;

	/**
	 * What there is of a resource, by the name of what has it.
	 *
	 * @param unstated names of those of which nobody stated how much they have
	 * @param taken of all of them together
	 */
	private record Stock(Map<String, Fraction> capacities, List<String> unstated, Fraction taken) {

		Fraction free() {
			return of(capacities.keySet()).minus(taken);
		}

		Fraction of(Set<String> names) {
			return names.stream().map(capacities::get).reduce(Fraction.ZERO, Fraction::plus);
		}
	}

	ReserveCheck(Topology topology, FailureDomains domains, Constraint constraint, Constraint.Reserve reserve) {
		this.topology = topology;
		this.domains = domains;
		this.constraint = constraint;
		this.reserve = reserve;
	}

	/** Linear in the topology; for feeds and switches, in what falls with each of them. */
	ConstraintAnswer answer() {
		if (reserve.resource() == Resource.POWER) {
			return reserve.domain() == FailureDomain.FEED ? compare(power(), rootFeeds())
					: unknown("power is what feeds carry, and no %s holds any".formatted(reserve.domain().label()));
		}
		if (takesWithOthers() && reserve.count() > 1) {
			return unknown("what falls with %s %s together is not computed, only what falls with one".formatted(reserve.count(),
					plural(reserve.count())));
		}
		return compare(hosts(), holding());
	}

	private ConstraintAnswer compare(Stock stock, Map<String, Set<String>> holding) {
		if (!stock.unstated.isEmpty()) {
			return unknown("nobody stated how much %s %s".formatted(resource(), have(stock.unstated)));
		}
		if (holding.isEmpty()) {
			return unknown("nothing that has %s stands in a %s".formatted(resource(), reserve.domain().label()));
		}
		var largest = holding.entrySet().stream()
				.sorted(Comparator.comparing((Map.Entry<String, Set<String>> one) -> stock.of(one.getValue())).reversed())
				.limit(reserve.count()).toList();
		var held = largest.stream().map(one -> stock.of(one.getValue())).reduce(Fraction.ZERO, Fraction::plus);
		var free = stock.free();
		return free.compareTo(held) >= 0 ? answer(KEPT, "")
				: answer(BROKEN, "%s, but %s %s %s %s".formatted(
						free.compareTo(Fraction.ZERO) > 0 ? "what stays free is " + label(free) : "nothing stays free",
						plural(largest.size()), Names.few(largest.stream().map(Map.Entry::getKey).toList()),
						largest.size() == 1 ? "holds" : "hold", label(held)));
	}

	/** Whether a host may be lost with two of these together though with neither alone, or with each of them. */
	private boolean takesWithOthers() {
		return reserve.domain() == FailureDomain.FEED || reserve.domain() == FailureDomain.SWITCH;
	}

	/** What hosts have and what their guests, disks and volumes take of it. */
	private Stock hosts() {
		var capacities = new LinkedHashMap<String, Fraction>();
		var unstated = new ArrayList<String>();
		topology.hosts().values().forEach(host -> capacity(host).ifPresentOrElse(
				amount -> capacities.put(host.name(), Fraction.of(amount)), () -> unstated.add(host.name())));
		return new Stock(capacities, unstated, reserve.resource() == Resource.DISK ? keptOnDisks() : takenByGuests());
	}

	private OptionalLong capacity(Host host) {
		return reserve.resource() == Resource.DISK ? host.hardware().diskBytes() : GuestDemand.capacity(host.hardware(), reserve.resource());
	}

	private Fraction takenByGuests() {
		return GuestDemand.of(topology, reserve.resource()).stream().filter(demand -> topology.hosts().containsKey(demand.platform().name()))
				.map(demand -> Fraction.of(demand.capacity()).minus(demand.free())).reduce(Fraction.ZERO, Fraction::plus);
	}

	/** Where the copies of a shared volume lie does not matter to the sum. */
	private Fraction keptOnDisks() {
		var ofHosts = DiskDemand.of(topology);
		return Stream.concat(ofHosts.stream().map(DiskDemand::parts),
				SharedDiskDemand.of(topology, ofHosts).stream().map(SharedDiskDemand::parts)).map(Part::sum)
				.reduce(Fraction.ZERO, Fraction::plus);
	}

	/** What comes in through the feeds that stand on no other, and what all that is fed draws. */
	private Stock power() {
		var roots = topology.feeds().values().stream().filter(feed -> !feed.supply().isStated()).toList();
		var capacities = new LinkedHashMap<String, Fraction>();
		roots.forEach(feed -> feed.capacityWatts().ifPresent(watts -> capacities.put(feed.name(), Fraction.of(watts))));
		var drawn = Stream.concat(
				topology.hosts().values().stream().filter(host -> host.supply().isStated()).map(host -> host.hardware().powerWatts()),
				topology.switches().values().stream().filter(one -> one.supply().isStated()).map(Switch::powerWatts));
		return new Stock(capacities, roots.stream().map(Feed::name).filter(name -> !capacities.containsKey(name)).toList(),
				drawn.flatMapToLong(OptionalLong::stream).mapToObj(Fraction::of).reduce(Fraction.ZERO, Fraction::plus));
	}

	private Map<String, Set<String>> rootFeeds() {
		return topology.feeds().values().stream().filter(feed -> !feed.supply().isStated()).map(Feed::name)
				.collect(Collectors.toMap(name -> name, Set::of, (one, other) -> one, LinkedHashMap::new));
	}

	/** The hosts that are lost with each failure domain of the kind, by name. */
	private Map<String, Set<String>> holding() {
		return switch (reserve.domain()) {
			case SITE, ROOM, RACK, HOST, KERNEL -> located();
			case FEED -> darkened();
			case SWITCH -> CutOff.hosts(topology);
		};
	}

	private Map<String, Set<String>> located() {
		var holding = new LinkedHashMap<String, Set<String>>();
		domains.hosts(reserve.domain()).forEach((domain, hosts) -> holding.put(domain,
				hosts.stream().map(Host::name).collect(Collectors.toCollection(LinkedHashSet::new))));
		return holding;
	}

	private Map<String, Set<String>> darkened() {
		var dependents = new Dependents(topology);
		var holding = new LinkedHashMap<String, Set<String>>();
		topology.feeds().keySet().forEach(loss -> {
			var hosts = dependents.lostWith(loss).stream().filter(topology.hosts()::containsKey)
					.collect(Collectors.toCollection(LinkedHashSet::new));
			if (!hosts.isEmpty()) {
				holding.put(loss, hosts);
			}
		});
		return holding;
	}

	private ConstraintAnswer unknown(String reason) {
		return answer(UNKNOWN, reason);
	}

	private ConstraintAnswer answer(ConstraintAnswer.Verdict verdict, String reason) {
		return new ConstraintAnswer(constraint, verdict, List.of(), reason);
	}

	private String label(Fraction amount) {
		return new Amount(reserve.resource(), amount).labelOfResource();
	}

	private String resource() {
		return reserve.resource() == Resource.CPU ? "CPU" : reserve.resource().name().toLowerCase(Locale.ROOT);
	}

	private String plural(int count) {
		return reserve.domain().label() + (count == 1 ? "" : reserve.domain() == FailureDomain.SWITCH ? "es" : "s");
	}

	private static String have(List<String> names) {
		return Names.few(names) + (names.size() == 1 ? " has" : " have");
	}

	/** What falls with one feed for want of power, through others of them. */
	private static final class Dependents {

		private final Map<String, List<String>> on = new HashMap<>();
		/** How many of those it stands on something can lose. */
		private final Map<String, Integer> spare = new HashMap<>();

		Dependents(Topology topology) {
			topology.feeds().values().forEach(feed -> add(feed.name(), feed.supply()));
			topology.hosts().values().forEach(host -> add(host.name(), host.supply()));
		}

		private void add(String name, Supply supply) {
			supply.feeds().forEach(upper -> on.computeIfAbsent(upper, any -> new ArrayList<>()).add(name));
			spare.put(name, supply.feeds().size() - supply.required());
		}

		/** Itself first, then what falls. */
		Set<String> lostWith(String name) {
			var lost = new LinkedHashSet<>(List.of(name));
			var losses = new HashMap<String, Integer>();
			var next = new ArrayDeque<>(lost);
			while (!next.isEmpty()) {
				on.getOrDefault(next.remove(), List.of()).stream()
						.filter(lower -> losses.merge(lower, 1, Integer::sum) > spare.get(lower) && lost.add(lower)).forEach(next::add);
			}
			return lost;
		}
	}
}
