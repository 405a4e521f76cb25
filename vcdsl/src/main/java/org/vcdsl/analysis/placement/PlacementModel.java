package org.vcdsl.analysis.placement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.FreeCapacity;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What a placement of some workloads has to keep, as a {@link SatModel}: a variable for each workload and each of its candidates, and one for
 * each obligation, which counts while that is assumed. Constraints mean what {@link ConstraintCheck} says they mean. What those break that
 * stay where they are is taken for given: it is asked of the others that they make nothing worse.
 *
 * <p>Where nobody stated the failure domain of a candidate, {@code spread} and {@code together} are not asked, since whether they are kept
 * would be unknown. A {@code reserve} is a sum that hardly depends on who stands where, and is not asked either.
 */
final class PlacementModel {

	/** Conflicts of the search after which a question stays open: some tenths of a second. */
	private static final int CONFLICTS = 5_000;

	private final Topology topology;
	private final FailureDomains domains;
	private final Map<String, String> others;
	private final Map<Workload, List<String>> choices;
	private final SatModel sat;
	/** By the name of the workload, then by that of the platform. */
	private final Map<String, Map<String, Integer>> variables = new LinkedHashMap<>();
	private final Map<Obligation, Integer> guards = new LinkedHashMap<>();
	/** By what refuses them whatever else is decided: names of platforms by that of the workload. */
	private final Map<Obligation, Map<String, Set<String>>> limited = new HashMap<>();
	private final FreeCapacity room;
	private final Limits musts;

	/**
	 * @param topology with all its hosts and all that workloads may stand on where these are
	 * @param others what those stay on that are not looked for a place; without those that are still to be placed
	 * @param choices candidates by workload
	 * @param likely where each would be placed with nothing else in the way
	 * @param room what the others leave
	 */
	PlacementModel(Topology topology, FailureDomains domains, Map<String, String> others, Map<Workload, List<String>> choices,
			Map<String, String> likely, FreeCapacity room) {
		this.topology = topology;
		this.domains = domains;
		this.others = others;
		this.choices = choices;
		this.room = room;
		this.musts = Limits.thatMustBeKept(topology, this::isSettled);
		this.sat = new SatModel(CONFLICTS);
		choices.forEach((workload, candidates) -> {
			var own = new LinkedHashMap<String, Integer>();
			candidates.forEach(platform -> own.put(platform, sat.variable()));
			variables.put(workload.name(), own);
			sat.exactlyOne(List.copyOf(own.values()));
			Optional.ofNullable(own.get(likely.get(workload.name()))).ifPresent(sat::markLikely);
		});
		volumes();
		ports();
		constraints(Strength.MUST);
		FreeCapacity.RESOURCES.forEach(this::capacity);
		constraints(Strength.SHOULD);
	}

	/** Those that are looked for a place. */
	Collection<Workload> workloads() {
		return choices.keySet();
	}

	/** All that can be asked, the most important first. */
	List<Obligation> obligations() {
		return List.copyOf(guards.keySet());
	}

	/** Whether some obligations can be kept together. */
	SatModel.Answer solve(List<Obligation> kept) {
		return sat.solve(kept.stream().map(guards::get).toList());
	}

	/** Those of some obligations that contradict each other, in their order, after they were found to. */
	List<Obligation> contradicting(List<Obligation> kept) {
		var found = new HashSet<>(sat.contradicting(kept.stream().map(guards::get).toList()));
		var contradicting = kept.stream().filter(obligation -> found.contains(guards.get(obligation))).toList();
		return contradicting.isEmpty() ? kept : contradicting;
	}

	/**
	 * Obligations that contradict each other because so much does not fit into so many places, which a search takes long to prove: workloads
	 * that ask for more than there is on all that they may stand on, or of which more are of some size or larger than would fit there at
	 * that size. In their order; empty when there are no such.
	 */
	List<Obligation> crowded(List<Obligation> kept) {
		for (var resource : FreeCapacity.RESOURCES) {
			var capacity = new Obligation.Capacity(resource);
			if (kept.contains(capacity)) {
				if (isCrowded(choices, resource)) {
					return List.of(capacity);
				}
				var limiting = kept.stream().filter(limited::containsKey).toList();
				if (!limiting.isEmpty() && isCrowded(limitedBy(limiting), resource)) {
					return kept.stream().filter(obligation -> obligation.equals(capacity) || limiting.contains(obligation)).toList();
				}
			}
		}
		return List.of();
	}

	private Map<Workload, List<String>> limitedBy(List<Obligation> limiting) {
		var left = new LinkedHashMap<Workload, List<String>>();
		choices.forEach((workload, candidates) -> {
			var refused = limiting.stream().flatMap(obligation -> limited.get(obligation).getOrDefault(workload.name(), Set.of()).stream())
					.collect(Collectors.toSet());
			left.put(workload, refused.isEmpty() ? candidates : candidates.stream().filter(platform -> !refused.contains(platform)).toList());
		});
		return left;
	}

	private boolean isCrowded(Map<Workload, List<String>> candidates, Resource resource) {
		var alike = new LinkedHashMap<Set<String>, List<Workload>>();
		candidates.forEach((workload, platforms) -> alike.computeIfAbsent(new LinkedHashSet<>(platforms), any -> new ArrayList<>()).add(workload));
		return alike.keySet().stream().anyMatch(platforms -> isCrowded(alike.entrySet().stream()
				.filter(pool -> platforms.containsAll(pool.getKey())).flatMap(pool -> pool.getValue().stream()).toList(), platforms, resource));
	}

	private boolean isCrowded(List<Workload> workloads, Set<String> platforms, Resource resource) {
		var stocks = platforms.stream().flatMap(platform -> room.stock(platform, resource).stream()).toList();
		if (stocks.size() < platforms.size()) {
			return false;
		}
		var rooms = stocks.stream().map(stock -> workloads.stream().map(stock::roomFor).max(BigInteger::compareTo).orElse(BigInteger.ZERO)).toList();
		var sizes = workloads.stream().map(workload -> BigInteger.valueOf(FreeCapacity.asked(workload, resource)))
				.filter(size -> size.signum() > 0).sorted().toList();
		if (sum(sizes).compareTo(sum(rooms)) > 0) {
			return true;
		}
		return sizes.stream().distinct().anyMatch(size -> BigInteger.valueOf(sizes.stream().filter(other -> other.compareTo(size) >= 0).count())
				.compareTo(sum(rooms.stream().map(some -> some.divide(size)).toList())) > 0);
	}

	private static BigInteger sum(List<BigInteger> numbers) {
		return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
	}

	/** What each workload stands on in the solution found last. */
	Map<String, String> places() {
		var places = new LinkedHashMap<String, String>();
		variables.forEach((workload, platforms) -> platforms.entrySet().stream().filter(platform -> sat.holds(platform.getValue())).findFirst()
				.ifPresent(platform -> places.put(workload, platform.getKey())));
		return places;
	}

	private int guard(Obligation obligation) {
		return guards.computeIfAbsent(obligation, any -> sat.variable());
	}

	// --- constraints ------------------------------------------------------------------------------------------------------

	private void constraints(Strength strength) {
		var ofStrength = topology.constraints().stream().filter(constraint -> constraint.strength() == strength).toList();
		var limits = new Limits(topology, ofStrength.stream());
		choices.keySet().stream().filter(limits::concern).forEach(workload -> variables.get(workload.name()).keySet().forEach(platform -> limits
				.refusing(workload, platform).forEach(constraint -> limit(new Obligation.Stated(constraint), workload, platform))));
		ofStrength.forEach(this::add);
	}

	/** A workload must not stand on a platform. */
	private void limit(Obligation obligation, Workload workload, String platform) {
		never(guard(obligation), variables.get(workload.name()).get(platform));
		limited.computeIfAbsent(obligation, any -> new HashMap<>()).computeIfAbsent(workload.name(), any -> new HashSet<>()).add(platform);
	}

	private void never(int guard, int variable) {
		sat.anyOf(List.of(-guard, -variable));
	}

	private void add(Constraint constraint) {
		switch (constraint.condition()) {
			case Constraint.Apart apart when concerns(apart.subjects()) -> apart(constraint, apart);
			case Constraint.Spread spread when concerns(spread.subjects()) && areLocated(spread.subjects(), spread.domain()) ->
				spread(constraint, spread);
			case Constraint.Together together when concerns(together.subjects()) && areLocated(together.subjects(), together.domain()) ->
				together(constraint, together);
			case Constraint.Alone alone -> alone(constraint, alone);
			default -> {
				// a limit, or nothing that is asked
			}
		}
	}

	private boolean concerns(List<Selection> subjects) {
		return members(subjects).stream().anyMatch(member -> variables.containsKey(member.name()));
	}

	/** Whether no member is placed later, and it is known of each in which failure domain it stands, or that it has a spare, wherever it is. */
	private boolean areLocated(List<Selection> subjects, FailureDomain kind) {
		return members(subjects).stream().allMatch(member -> platforms(member).findAny().isPresent() && platforms(member).allMatch(
				platform -> !domains(member, platform, kind).isEmpty() || FailureDomains.hasSpare(hostOf(platform), kind)));
	}

	private List<Workload> members(List<Selection> subjects) {
		return subjects.stream().flatMap(subject -> subject.members().stream()).distinct().map(topology.workloads()::get).toList();
	}

	/** Where a workload stands or may be placed; nowhere when that, or what it stands on, is to be placed later. */
	private Stream<String> platforms(Workload workload) {
		var own = variables.get(workload.name());
		return own != null ? own.keySet().stream() : Stream.ofNullable(others.get(workload.name())).filter(this::isSettled);
	}

	private List<String> domains(Workload workload, String platform, FailureDomain kind) {
		return kind == FailureDomain.KERNEL && workload.bringsKernel() ? List.of(workload.name()) : domains.ofPlatform(platform, kind);
	}

	private Host hostOf(String platform) {
		return switch (topology.platform(platform)) {
			case Host host -> host;
			case VirtualMachine vm -> topology.hostOf(vm);
		};
	}

	/**
	 * Who may stand in a failure domain, and who does.
	 *
	 * @param literals of those that may
	 * @param given how many do whatever is decided
	 */
	private record Holding(List<Integer> literals, int given) {
	}

	/** By failure domain, what some workloads hold or may hold of it, in their order. */
	private Map<String, Holding> holdings(List<Workload> workloads, FailureDomain kind) {
		var literals = new LinkedHashMap<String, List<Integer>>();
		var given = new HashMap<String, Integer>();
		for (var workload : workloads) {
			var own = variables.get(workload.name());
			if (own != null) {
				own.forEach((platform, variable) -> domains(workload, platform, kind)
						.forEach(domain -> literals.computeIfAbsent(domain, any -> new ArrayList<>()).add(variable)));
			} else {
				platforms(workload).flatMap(platform -> domains(workload, platform, kind).stream()).forEach(domain -> {
					literals.computeIfAbsent(domain, any -> new ArrayList<>());
					given.merge(domain, 1, Integer::sum);
				});
			}
		}
		var holdings = new LinkedHashMap<String, Holding>();
		literals.forEach((domain, own) -> holdings.put(domain, new Holding(own, given.getOrDefault(domain, 0))));
		return holdings;
	}

	/** A literal that holds when any of these do; itself when there is one. */
	private int any(List<Integer> literals) {
		if (literals.size() == 1) {
			return literals.getFirst();
		}
		var some = sat.variable();
		literals.forEach(literal -> sat.anyOf(List.of(-literal, some)));
		return some;
	}

	/** A literal that holds when both of these do. */
	private int both(int one, int other) {
		var both = sat.variable();
		sat.anyOf(List.of(-one, -other, both));
		return both;
	}

	/** Each failure domain holds one group at most. */
	private void apart(Constraint constraint, Constraint.Apart apart) {
		var guard = guard(new Obligation.Stated(constraint));
		var groups = apart.groups().stream().map(names -> names.stream().map(topology.workloads()::get).toList()).toList();
		var inDomain = new LinkedHashMap<String, List<Integer>>();
		var taken = new HashMap<String, Integer>();
		groups.forEach(group -> holdings(group, apart.domain()).forEach((domain, holding) -> {
			if (holding.given > 0) {
				taken.merge(domain, 1, Integer::sum);
			} else {
				inDomain.computeIfAbsent(domain, any -> new ArrayList<>()).add(any(holding.literals));
			}
		}));
		inDomain.forEach((domain, literals) -> sat.atMost(guard, literals, Math.max(0, 1 - taken.getOrDefault(domain, 0))));
	}

	/** Over all failure domains in which members may come to stand without breaking a limit that must be kept, and those in which they stand. */
	private void spread(Constraint constraint, Constraint.Spread spread) {
		var guard = guard(new Obligation.Stated(constraint));
		var members = members(spread.subjects());
		var holdings = holdings(members, spread.domain());
		var pools = Collections.newSetFromMap(new IdentityHashMap<List<String>, Boolean>());
		var possible = new LinkedHashSet<String>();
		members.stream().filter(member -> spread.domain() != FailureDomain.KERNEL || !member.bringsKernel())
				.map(musts::allowed).filter(pools::add).flatMap(List::stream)
				.flatMap(platform -> domains.ofPlatform(platform, spread.domain()).stream()).forEach(possible::add);
		possible.forEach(domain -> holdings.putIfAbsent(domain, new Holding(List.of(), 0)));
		var inside = new ArrayList<Holding>();
		var outside = new ArrayList<Holding>();
		holdings.forEach((domain, holding) -> (holding.given > 0 || possible.contains(domain) ? inside : outside).add(holding));
		if (spread.skew().isPresent()) {
			even(guard, members, spread.domain(), spread.skew().getAsInt(), inside, outside);
		} else {
			apartWhileThereIsRoom(guard, inside, outside);
		}
	}

	/** Each domain holds one at most, or each of those inside holds one at least. */
	private void apartWhileThereIsRoom(int guard, List<Holding> inside, List<Holding> outside) {
		var atMostOne = sat.variable();
		var atLeastOne = sat.variable();
		sat.anyOf(List.of(-guard, atMostOne, atLeastOne));
		Stream.concat(inside.stream(), outside.stream()).forEach(holding -> atMost(atMostOne, holding, 1));
		inside.forEach(holding -> sat.atLeast(atLeastOne, holding.literals, 1 - holding.given));
	}

	/**
	 * There is a least number that all domains hold, and none holds over so many more. Of n that stand in at least i and at most j domains
	 * each, k domains hold n * i to n * j together, so that the least is no more than n * j / k, and with the skew no less than n * i / k. A
	 * domain outside counts when it holds any.
	 */
	private void even(int guard, List<Workload> members, FailureDomain kind, int skew, List<Holding> inside, List<Holding> outside) {
		var inDomains = members.stream()
				.flatMapToInt(member -> platforms(member).mapToInt(platform -> domains(member, platform, kind).size())).summaryStatistics();
		var first = Math.max(0, Math.ceilDiv(members.size() * inDomains.getMin(), Math.max(1, inside.size() + outside.size())) - skew);
		var some = new ArrayList<>(List.of(-guard));
		for (var least = first; least <= members.size() * inDomains.getMax() / Math.max(1, inside.size()); least++) {
			var isLeast = sat.variable();
			some.add(isLeast);
			for (var holding : inside) {
				sat.atLeast(isLeast, holding.literals, least - holding.given);
				atMost(isLeast, holding, least + skew);
			}
			for (var holding : outside) {
				sat.atLeast(both(isLeast, any(holding.literals)), holding.literals, least);
				atMost(isLeast, holding, least + skew);
			}
		}
		sat.anyOf(some);
	}

	/** Whether it is known on which host a platform is. */
	private boolean isSettled(String platform) {
		var next = platform;
		while (next != null && !topology.hosts().containsKey(next)) {
			next = others.get(next);
		}
		return next != null;
	}

	private void atMost(int guard, Holding holding, int most) {
		if (holding.given > most) {
			sat.anyOf(List.of(-guard));
		} else {
			sat.atMost(guard, holding.literals, most - holding.given);
		}
	}

	/** All stand in a failure domain of the first. */
	private void together(Constraint constraint, Constraint.Together together) {
		var guard = guard(new Obligation.Stated(constraint));
		var members = members(together.subjects());
		var home = new LinkedHashMap<String, Integer>();
		holdings(List.of(members.getFirst()), together.domain()).forEach((domain, holding) -> {
			var isHome = sat.variable();
			home.put(domain, isHome);
			if (holding.given == 0) {
				sat.anyOf(Stream.concat(Stream.of(-isHome), holding.literals.stream()).toList());
			}
		});
		members.stream().skip(1).forEach(member -> {
			var own = variables.get(member.name());
			platforms(member).forEach(platform -> {
				var condition = own == null ? List.of(-guard) : List.of(-guard, -own.get(platform));
				sat.anyOf(Stream.concat(condition.stream(), domains(member, platform, together.domain()).stream().map(home::get)
						.filter(Objects::nonNull)).toList());
			});
		});
	}

	/** No failure domain holds a member and a stranger. What stands on a member is none, nor is a machine that a member may stand on. */
	private void alone(Constraint constraint, Constraint.Alone alone) {
		var members = members(alone.subjects());
		var family = new HashSet<String>();
		members.forEach(member -> {
			family.add(member.name());
			member.pool().candidates().stream().filter(platform -> !topology.hosts().containsKey(platform)).forEach(family::add);
		});
		var strangers = topology.workloads().values().stream().filter(workload -> !family.contains(workload.name())).toList();
		if (Stream.concat(members.stream(), strangers.stream()).noneMatch(workload -> variables.containsKey(workload.name()))) {
			return;
		}
		var guard = guard(new Obligation.Stated(constraint));
		var inside = holdings(members, alone.domain());
		var outside = strangersIn(strangers, family, alone.domain());
		inside.forEach((domain, own) -> {
			var foreign = outside.get(domain);
			if (foreign == null || own.given > 0 && foreign.given > 0) {
				return;
			}
			if (own.given > 0) {
				foreign.literals.forEach(literal -> never(guard, literal));
			} else if (foreign.given > 0) {
				own.literals.forEach(literal -> never(guard, literal));
			} else {
				sat.anyOf(List.of(-guard, -any(own.literals), -any(foreign.literals)));
			}
		});
	}

	private Map<String, Holding> strangersIn(List<Workload> strangers, Set<String> family, FailureDomain kind) {
		var literals = new LinkedHashMap<String, List<Integer>>();
		var given = new HashMap<String, Integer>();
		for (var stranger : strangers) {
			var own = variables.get(stranger.name());
			platforms(stranger).filter(platform -> !standsOn(platform, family))
					.forEach(platform -> domains(stranger, platform, kind).forEach(domain -> {
						var there = literals.computeIfAbsent(domain, any -> new ArrayList<>());
						if (own == null) {
							given.merge(domain, 1, Integer::sum);
						} else {
							there.add(own.get(platform));
						}
					}));
		}
		var holdings = new LinkedHashMap<String, Holding>();
		literals.forEach((domain, there) -> holdings.put(domain, new Holding(there, given.getOrDefault(domain, 0))));
		return holdings;
	}

	/** Whether a platform is one of the family, or stands on one. */
	private boolean standsOn(String platform, Set<String> family) {
		for (var next = platform; next != null; next = others.get(next)) {
			if (family.contains(next)) {
				return true;
			}
		}
		return false;
	}

	// --- what nobody has to state -----------------------------------------------------------------------------------------

	private record PortOf(String platform, int port) {
	}

	private void ports() {
		var publishing = new LinkedHashMap<PortOf, List<Integer>>();
		choices.keySet().forEach(workload -> hostPorts(workload).forEach(port -> variables.get(workload.name()).forEach(
				(platform, variable) -> publishing.computeIfAbsent(new PortOf(platform, port), any -> new ArrayList<>()).add(variable))));
		if (publishing.isEmpty()) {
			return;
		}
		var taken = new HashSet<PortOf>();
		others.forEach((name, platform) -> hostPorts(topology.workloads().get(name)).forEach(port -> taken.add(new PortOf(platform, port))));
		var guard = guard(new Obligation.FreePorts());
		publishing.forEach((port, literals) -> sat.atMost(guard, literals, taken.contains(port) ? 0 : 1));
	}

	private static Set<Integer> hostPorts(Workload workload) {
		return workload.ports().stream().map(PublishedPort::hostPort).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void volumes() {
		choices.keySet().forEach(workload -> workload.volumes().stream().map(topology.volumes()::get).flatMap(volume -> volume.host().stream())
				.forEach(host -> variables.get(workload.name()).keySet().stream().filter(platform -> !hostOf(platform).name().equals(host))
						.forEach(platform -> limit(new Obligation.ReachedVolumes(), workload, platform))));
	}

	private void capacity(Resource resource) {
		var asking = new LinkedHashMap<String, List<Workload>>();
		choices.forEach((workload, candidates) -> {
			if (FreeCapacity.asked(workload, resource) > 0) {
				candidates.forEach(platform -> asking.computeIfAbsent(platform, any -> new ArrayList<>()).add(workload));
			}
		});
		asking.forEach((platform, workloads) -> room.stock(platform, resource).ifPresent(stock -> {
			var shares = workloads.stream().map(stock::shares).toList();
			var unit = shares.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
			sat.atMost(guard(new Obligation.Capacity(resource)),
					workloads.stream().map(workload -> variables.get(workload.name()).get(platform)).toList(),
					shares.stream().map(share -> share.divide(unit)).toList(), stock.left().max(BigInteger.ZERO).divide(unit));
		}));
	}
}
