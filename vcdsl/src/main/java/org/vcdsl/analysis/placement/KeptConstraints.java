package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Some constraints, while workloads are placed one after the other: what each of them still leaves. That a host port is published once on
 * each platform, and a volume of one host mounted there, may be among them, which nobody has to state.
 */
final class KeptConstraints {

	private final Topology topology;
	private final FailureDomains domains;
	private final Set<String> settled;
	private final Limits limits;
	private final Limits musts;
	/** By the name of the workload: those for which it matters where others stand. */
	private final Map<String, List<Separation>> separations = new HashMap<>();
	/** What each separation stands for. */
	private final Map<Separation, Constraint> origins = new HashMap<>();
	private final Set<String> alone = new HashSet<>();
	/** Those of every workload. */
	private final List<Separation> common;

	/**
	 * @param topology whose workloads are partly placed
	 * @param settled names of the hosts, and of the workloads of which it is known on which host they are
	 * @param strength of those to keep; with what must be kept comes what nobody has to state
	 */
	KeptConstraints(Topology topology, FailureDomains domains, Set<String> settled, Strength strength) {
		this.topology = topology;
		this.domains = domains;
		this.settled = settled;
		this.common = strength == Strength.MUST ? List.of(new FreePorts(), new ReachedVolumes()) : List.of();
		var constraints = topology.constraints().stream().filter(constraint -> constraint.strength() == strength).toList();
		this.limits = new Limits(topology, constraints.stream());
		this.musts = Limits.thatMustBeKept(topology, settled::contains);
		constraints.forEach(this::add);
		topology.workloads().values().stream().filter(workload -> settled.contains(workload.name()))
				.forEach(workload -> put(workload, topology.standsOn(workload)));
	}

	private void add(Constraint constraint) {
		switch (constraint.condition()) {
			case Constraint.Pin pin -> {
				// a limit, as is the following
			}
			case Constraint.Ban ban -> {
			}
			case Constraint.Forbid forbid -> {
			}
			case Constraint.Apart apart -> separate(constraint, apart.subjects(), new Apart(apart));
			case Constraint.Spread spread -> separate(constraint, spread.subjects(), new Spread(spread));
			case Constraint.Alone alone -> {
				var separation = new Alone(alone);
				origins.put(separation, constraint);
				topology.workloads().keySet().forEach(name -> separations.computeIfAbsent(name, any -> new ArrayList<>()).add(separation));
			}
			case Constraint.Together together -> separate(constraint, together.subjects(), new Together(together));
			case Constraint.Reserve reserve -> {
				// a sum over all hosts, which hardly depends on who stands where
			}
		}
	}

	private void separate(Constraint constraint, List<Selection> subjects, Separation separation) {
		origins.put(separation, constraint);
		members(subjects).forEach(name -> separations.computeIfAbsent(name, any -> new ArrayList<>()).add(separation));
	}

	private static Collection<String> members(List<Selection> subjects) {
		var members = new HashSet<String>();
		subjects.forEach(subject -> members.addAll(subject.members()));
		return members;
	}

	/** The candidates on which a workload may stand wherever others do, as {@link Limits#allowed} has it. */
	List<String> allowed(Workload workload) {
		return limits.allowed(workload);
	}

	/** Which of two workloads one places first: the lower, because less is left for it once others stand somewhere. */
	int turn(Workload workload) {
		if (alone.contains(workload.name())) {
			return 0;
		}
		return limits.concern(workload) ? 1 : separations.containsKey(workload.name()) ? 2 : 3;
	}

	/** Why a workload on a platform would break a constraint, for good if there is such a reason; empty when it keeps all. */
	Optional<Refusal> refusing(Workload workload, String platform) {
		if (limits.against(workload, platform).isPresent()) {
			return Optional.of(new Refusal(FailureDomain.KERNEL, true));
		}
		Optional<Refusal> first = Optional.empty();
		for (var separation : (Iterable<Separation>) separations(workload)::iterator) {
			if ((first.isEmpty() || separation.refusesForGood()) && !separation.allows(workload, platform)) {
				first = Optional.of(new Refusal(separation.domain(), separation.refusesForGood()));
				if (first.get().isForGood()) {
					return first;
				}
			}
		}
		return first;
	}

	/** Whether what refuses the one for good refuses the other, too; neither is placed yet. */
	boolean treatAlike(Workload one, Workload other) {
		var own = separations.getOrDefault(one.name(), List.of());
		return limits.treatAlike(one, other) && own.equals(separations.getOrDefault(other.name(), List.of()))
				&& own.stream().allMatch(separation -> separation.treatsAlike(one, other))
				&& one.ports().equals(other.ports()) && one.volumes().equals(other.volumes()) && one.bringsKernel() == other.bringsKernel();
	}

	/** Whether there is nothing to keep. */
	boolean isEmpty() {
		return origins.isEmpty() && limits.isEmpty() && common.isEmpty();
	}

	/** Whether something that each step let pass is not kept in the end. */
	boolean areBrokenInTheEnd() {
		return origins.keySet().stream().anyMatch(separation -> !separation.isKeptInTheEnd());
	}

	/**
	 * The constraint that could not be kept any more if a workload stayed on a platform; empty when each can, or when a limit leaves the
	 * workload no candidate at all. What others do afterwards may still settle a spread, so a place is left only when nothing can.
	 */
	Optional<Constraint> broken(Workload workload, String platform) {
		var limit = limits.against(workload, platform);
		if (limit.isPresent() && !allowed(workload).contains(platform)) {
			return limit;
		}
		return separations.getOrDefault(workload.name(), List.of()).stream()
				.filter(separation -> !separation.canAllow(workload, platform)).map(origins::get).findFirst();
	}

	/** Notes where a workload stands. */
	void put(Workload workload, String platform) {
		separations(workload).forEach(separation -> separation.put(workload, platform));
	}

	private Stream<Separation> separations(Workload workload) {
		return Stream.concat(separations.getOrDefault(workload.name(), List.of()).stream(), common.stream());
	}

	private List<String> domains(Workload workload, String platform, FailureDomain kind) {
		return kind == FailureDomain.KERNEL && workload.bringsKernel() ? List.of(workload.name()) : domains.ofPlatform(platform, kind);
	}

	/** Workloads that shall not be lost together. */
	private interface Separation {

		FailureDomain domain();

		boolean allows(Workload workload, String platform);

		/** Whether it never allows again what it did not allow once, whatever is placed. */
		default boolean refusesForGood() {
			return true;
		}

		/** Whether it allows both the same, as long as neither is placed. */
		default boolean treatsAlike(Workload one, Workload other) {
			return true;
		}

		/** Whether it can still be kept in the end when a workload stands there, however the rest must stand for that. */
		default boolean canAllow(Workload workload, String platform) {
			return allows(workload, platform);
		}

		void put(Workload workload, String platform);

		/** Whether it is kept if nothing more is placed, as far as each step did not see that. */
		default boolean isKeptInTheEnd() {
			return true;
		}
	}

	/** What mounts a volume of one host stands on that host. */
	private final class ReachedVolumes implements Separation {

		@Override
		public FailureDomain domain() {
			return FailureDomain.HOST;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			return workload.volumes().stream().map(topology.volumes()::get).flatMap(volume -> volume.host().stream())
					.allMatch(host -> domains.ofPlatform(platform, FailureDomain.HOST).contains(host));
		}

		@Override
		public void put(Workload workload, String platform) {
			// takes no volume away from others
		}
	}

	/** All members share a domain with the first that was placed. */
	private final class Together implements Separation {

		private final FailureDomain domain;
		private final Set<String> home = new HashSet<>();

		Together(Constraint.Together together) {
			this.domain = together.domain();
		}

		@Override
		public FailureDomain domain() {
			return domain;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			return home.isEmpty() || domains(workload, platform, domain).stream().anyMatch(home::contains);
		}

		@Override
		public void put(Workload workload, String platform) {
			if (home.isEmpty()) {
				home.addAll(domains(workload, platform, domain));
			}
		}
	}

	/** No two workloads publish one port of a platform. */
	private static final class FreePorts implements Separation {

		private final Map<String, Set<Integer>> taken = new HashMap<>();

		@Override
		public FailureDomain domain() {
			return FailureDomain.KERNEL;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			return workload.ports().stream().noneMatch(port -> taken.getOrDefault(platform, Set.of()).contains(port.hostPort()));
		}

		@Override
		public void put(Workload workload, String platform) {
			workload.ports().forEach(port -> taken.computeIfAbsent(platform, name -> new HashSet<>()).add(port.hostPort()));
		}
	}

	/** No domain holds two groups: two selections, or two members of the only one. */
	private final class Apart implements Separation {

		private final FailureDomain domain;
		/** Whether each member is a group of its own, so that all are strangers to what is placed. */
		private final boolean isOfSingles;
		private final Map<String, Set<Integer>> groupsOf = new HashMap<>();
		private final Map<String, Set<Integer>> groupsIn = new HashMap<>();

		Apart(Constraint.Apart apart) {
			this.domain = apart.domain();
			this.isOfSingles = apart.subjects().size() == 1;
			var groups = apart.groups();
			IntStream.range(0, groups.size()).forEach(group -> groups.get(group)
					.forEach(member -> groupsOf.computeIfAbsent(member, name -> new HashSet<>()).add(group)));
		}

		@Override
		public FailureDomain domain() {
			return domain;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			var own = groupsOf.get(workload.name());
			return domains(workload, platform, domain).stream().allMatch(name -> own.containsAll(groupsIn.getOrDefault(name, Set.of())));
		}

		@Override
		public boolean treatsAlike(Workload one, Workload other) {
			return isOfSingles || groupsOf.get(one.name()).equals(groupsOf.get(other.name()));
		}

		@Override
		public void put(Workload workload, String platform) {
			domains(workload, platform, domain).forEach(name -> groupsIn.computeIfAbsent(name, any -> new HashSet<>()).addAll(groupsOf.get(workload.name())));
		}
	}

	/** No domain holds a member and a stranger. What stands on a member is none, nor is a machine that a member may stand on. */
	private final class Alone implements Separation {

		private final FailureDomain domain;
		private final Set<String> members;
		private final Set<String> family;
		private final Set<String> withMembers = new HashSet<>();
		private final Set<String> withStrangers = new HashSet<>();

		Alone(Constraint.Alone condition) {
			this.domain = condition.domain();
			this.members = Set.copyOf(members(condition.subjects()));
			this.family = new HashSet<>(members);
			members.forEach(member -> family.addAll(topology.workloads().get(member).pool().candidates()));
			family.removeAll(topology.hosts().keySet());
			alone.addAll(members);
		}

		@Override
		public FailureDomain domain() {
			return domain;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			return belongsToNone(workload, platform)
					|| domains(workload, platform, domain).stream().noneMatch((members.contains(workload.name()) ? withStrangers : withMembers)::contains);
		}

		@Override
		public boolean treatsAlike(Workload one, Workload other) {
			return members.contains(one.name()) == members.contains(other.name()) && family.contains(one.name()) == family.contains(other.name());
		}

		@Override
		public void put(Workload workload, String platform) {
			if (!belongsToNone(workload, platform)) {
				(members.contains(workload.name()) ? withMembers : withStrangers).addAll(domains(workload, platform, domain));
			}
		}

		/** Whether it is neither a member nor a stranger. */
		private boolean belongsToNone(Workload workload, String platform) {
			return !members.contains(workload.name()) && (family.contains(workload.name()) || members.contains(platform));
		}
	}

	/** No domain gets so far ahead of the emptiest that there is. */
	private final class Spread implements Separation {

		private final FailureDomain domain;
		private final OptionalInt skew;
		private final Map<String, Integer> counts = new LinkedHashMap<>();
		private final List<String> all;
		/** How many members are not placed yet. */
		private int left;
		/** How many the fullest domain holds. */
		private int most;
		/** One of the emptiest, as long as its count is {@link #fewest}. */
		private int emptiest;
		private int fewest;

		Spread(Constraint.Spread spread) {
			this.domain = spread.domain();
			this.skew = spread.skew();
			var seen = Collections.newSetFromMap(new IdentityHashMap<List<String>, Boolean>());
			var members = members(spread.subjects());
			this.left = members.size();
			for (var member : members) {
				var workload = topology.workloads().get(member);
				var possible = musts.allowed(workload);
				if (seen.add(possible) && !(domain == FailureDomain.KERNEL && workload.bringsKernel())) {
					possible.forEach(platform -> domains.ofPlatform(platform, domain).forEach(name -> counts.put(name, 0)));
				}
			}
			this.all = List.copyOf(counts.keySet());
		}

		@Override
		public FailureDomain domain() {
			return domain;
		}

		@Override
		public boolean allows(Workload workload, String platform) {
			return domains(workload, platform, domain).stream().allMatch(name -> keeps(counts.getOrDefault(name, 0)));
		}

		/** Another domain may be filled up, and this one has its turn again. */
		@Override
		public boolean refusesForGood() {
			return false;
		}

		/**
		 * Whether those that are not placed yet are enough to fill up the emptier domains. Where a platform stands in several domains,
		 * each of them is taken to fill as many.
		 */
		@Override
		public boolean canAllow(Workload workload, String platform) {
			if (allows(workload, platform)) {
				return true;
			}
			var own = domains(workload, platform, domain);
			var fullest = Math.max(most, own.stream().mapToInt(name -> counts.getOrDefault(name, 0) + 1).max().orElse(0));
			var least = skew.isPresent() ? fullest - skew.getAsInt() : Math.min(1, fullest - 1);
			var missing = 0L;
			for (var count : counts.values()) {
				missing += Math.max(0, least - count);
			}
			var filled = own.stream().filter(name -> counts.getOrDefault(name, least) < least).count();
			return missing - filled <= (long) (left - 1) * Math.max(1, own.size());
		}

		@Override
		public void put(Workload workload, String platform) {
			left--;
			domains(workload, platform, domain).forEach(name -> most = Math.max(most, counts.merge(name, 1, Integer::sum)));
		}

		@Override
		public boolean isKeptInTheEnd() {
			return left > 0 || skew.isEmpty() || most - fewest() <= skew.getAsInt();
		}

		/** Whether one more may join as many; a skew of none can be kept in the end only, so one more than others is let pass. */
		private boolean keeps(int there) {
			return skew.isPresent() ? there + 1 - fewest() <= Math.max(1, skew.getAsInt()) : there == 0 || fewest() > 0;
		}

		/** Counts only grow: each time round all domains the least one has grown, too. */
		private int fewest() {
			for (var steps = 0; !all.isEmpty() && counts.get(all.get(emptiest)) > fewest; steps++) {
				if (steps == all.size()) {
					fewest = all.stream().mapToInt(counts::get).min().getAsInt();
					steps = 0;
				}
				emptiest = (emptiest + 1) % all.size();
			}
			return fewest;
		}
	}
}
