package org.vcdsl.analysis.placement;

import static org.vcdsl.analysis.placement.ForegoneAnswer.Outcome.NEVER_BROKEN;
import static org.vcdsl.analysis.placement.ForegoneAnswer.Outcome.NEVER_KEPT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * The constraints that every placement keeps, and those that none keeps, in the sense of {@link ConstraintCheck}: each by itself, whatever
 * the others ask and whatever fits.
 *
 * <p>Every answer is certain: each workload is given all places of its pool, and those of the machines in it, without regard to the others.
 * For {@code pin}, {@code ban}, {@code together} and {@code apart} of one selection every foregone constraint is found where each workload
 * has no more than one level of choice below it and each place lies in at most one failure domain. {@code forbid} and {@code reserve} are
 * about what may be declared and not about where it stands: they are left out.
 *
 * <p>Each constraint takes time in its members and in their distinct pools, {@code alone} in all workloads; see {@link Representatives} for
 * {@code apart} and {@code spread}.
 */
public final class ForegoneConstraints {


	private final Topology topology;
	private final Choices choices;
	private final Limits musts;

	private ForegoneConstraints(Topology topology) {
		this.topology = topology;
		this.choices = new Choices(topology);
		this.musts = Limits.thatMustBeKept(topology);
	}

	/** An answer for each constraint that is foregone, in the order of the topology. */
	public static List<ForegoneAnswer> of(Topology topology) {
		var foregone = new ForegoneConstraints(topology);
		return topology.constraints().stream().flatMap(constraint -> foregone.answer(constraint).stream()).toList();
	}

	private Optional<ForegoneAnswer> answer(Constraint constraint) {
		return switch (constraint.condition()) {
			case Constraint.Pin pin -> pin(constraint, pin);
			case Constraint.Ban ban -> ban(constraint, ban);
			case Constraint.Apart apart -> apart(constraint, apart);
			case Constraint.Together together -> together(constraint, together);
			case Constraint.Spread spread -> new Crowding(constraint, spread).answer();
			case Constraint.Alone alone -> alone(constraint, alone);
			case Constraint.Forbid forbid -> Optional.empty();
			case Constraint.Reserve reserve -> Optional.empty();
		};
	}

	private Optional<ForegoneAnswer> pin(Constraint constraint, Constraint.Pin pin) {
		var members = members(pin.subjects());
		var there = new Presence(pin.platforms(), choices);
		var never = members.stream().filter(member -> !there.isPossible(member)).toList();
		if (!never.isEmpty()) {
			return neverKept(constraint, never, "nothing that %s can stand on is among them".formatted(names(never)));
		}
		return members.stream().allMatch(there::isCertain)
				? neverBroken(constraint, members, "%s can stand nowhere else".formatted(names(members))) : Optional.empty();
	}

	private Optional<ForegoneAnswer> ban(Constraint constraint, Constraint.Ban ban) {
		var members = members(ban.subjects());
		var there = new Presence(ban.platforms(), choices);
		var always = members.stream().filter(there::isCertain).toList();
		if (!always.isEmpty()) {
			return neverKept(constraint, always, "%s can stand nowhere else".formatted(names(always)));
		}
		return members.stream().noneMatch(there::isPossible)
				? neverBroken(constraint, members, "nothing that %s can stand on is among them".formatted(names(members)))
				: Optional.empty();
	}

	/** No two groups share a failure domain: the selections, or of one selection its members. */
	private Optional<ForegoneAnswer> apart(Constraint constraint, Constraint.Apart apart) {
		var groups = apart.groups().stream().map(names -> names.stream().map(topology.workloads()::get).toList()).toList();
		return inseparable(constraint, groups, apart.domain()).or(() -> tooMany(constraint, groups, apart.domain()))
				.or(() -> separate(constraint, groups, apart.domain()));
	}

	/** Members of two groups that share a failure domain wherever they are placed. */
	private Optional<ForegoneAnswer> inseparable(Constraint constraint, List<List<Workload>> groups, FailureDomain kind) {
		var firsts = new HashMap<String, Workload>();
		for (var group : groups) {
			var own = new HashMap<String, Workload>();
			group.forEach(member -> bonds(member, kind).forEach(bond -> own.putIfAbsent(bond, member)));
			var shared = own.keySet().stream().filter(firsts::containsKey).min(String::compareTo);
			if (shared.isPresent()) {
				var one = firsts.get(shared.get());
				var other = own.get(shared.get());
				return neverKept(constraint, List.of(other, one), one == other ? "'%s' stands on both sides".formatted(one.name())
						: "'%s' and '%s' share a %s wherever they are placed".formatted(one.name(), other.name(), kind.label()));
			}
			firsts.putAll(own);
		}
		return Optional.empty();
	}

	/** What makes all that have it share a failure domain: one that they are always in, or what decides where they stand. */
	private Set<String> bonds(Workload member, FailureDomain kind) {
		var choice = choices.of(member, kind);
		var bonds = new LinkedHashSet<>(choice.certain());
		if (kind != FailureDomain.KERNEL && choice.isAlwaysInside()) {
			bonds.add(choices.decidedBy(member));
		}
		return bonds;
	}

	/** Groups that cannot have a failure domain each, not even for the member of each that has the fewest to choose from. */
	private Optional<ForegoneAnswer> tooMany(Constraint constraint, List<List<Workload>> groups, FailureDomain kind) {
		var needy = groups.stream().flatMap(group -> group.stream().filter(member -> choices.of(member, kind).isAlwaysInside())
				.min(Comparator.comparingInt(member -> choices.of(member, kind).domains().size())).stream()).toList();
		return Representatives.of(needy.stream().map(member -> choices.of(member, kind)).toList()).crowd()
				.flatMap(crowd -> neverKept(constraint,
						needy.stream().filter(member -> crowd.domains().containsAll(choices.of(member, kind).domains())).toList(),
						"%s of them have only %s %ss to stand in: %s".formatted(crowd.workloads(), crowd.domains().size(), kind.label(),
								Names.few(crowd.domains()))));
	}

	private Optional<ForegoneAnswer> separate(Constraint constraint, List<List<Workload>> groups, FailureDomain kind) {
		var owners = new HashMap<String, List<Workload>>();
		for (var group : groups) {
			for (var choice : distinctChoices(group, kind)) {
				if (!choice.isStated() || choice.domains().stream().anyMatch(domain -> owners.putIfAbsent(domain, group) != null
						&& owners.get(domain) != group)) {
					return Optional.empty();
				}
			}
		}
		var members = groups.stream().flatMap(List::stream).toList();
		return neverBroken(constraint, members, groups.size() == 1 ? "there is nothing to keep '%s' apart from".formatted(
				members.getFirst().name()) : "%s can never share a %s".formatted(names(members), kind.label()));
	}

	private Optional<ForegoneAnswer> together(Constraint constraint, Constraint.Together together) {
		var kind = together.domain();
		var members = members(together.subjects());
		if (!members.stream().allMatch(member -> choices.of(member, kind).isStated() && choices.of(member, kind).isAlwaysInside())) {
			return Optional.empty();
		}
		var first = choices.of(members.getFirst(), kind);
		var others = distinctChoices(members, kind);
		var common = new ArrayList<>(first.places());
		others.forEach(other -> common.removeIf(place -> place.stream().noneMatch(other.domains()::contains)));
		if (common.isEmpty()) {
			return neverKept(constraint, members, "no %s comes into question for all of them".formatted(kind.label()));
		}
		return first.places().size() == 1 && others.stream().allMatch(other -> meetsAlways(common.getFirst(), other))
				|| areOne(members, kind)
						? neverBroken(constraint, members, members.size() == 1
								? "there is nothing for %s to be with".formatted(names(members))
								: "%s stand in one %s wherever they are placed".formatted(names(members), kind.label()))
						: Optional.empty();
	}

	private static boolean meetsAlways(List<String> place, Choice other) {
		return other.places().stream().allMatch(any -> any.stream().anyMatch(place::contains));
	}

	/** Whether there is one of them, or all stand on one host, whichever it is. */
	private boolean areOne(List<Workload> members, FailureDomain kind) {
		return members.size() == 1
				|| kind != FailureDomain.KERNEL && members.stream().map(choices::decidedBy).distinct().count() == 1;
	}

	/** Two failure domains, and how many members are counted in each. */
	private record Gap(String full, int most, String empty, int least) {

		int difference() {
			return most - least;
		}
	}

	/** Of a constraint that spreads: how many of its members each failure domain can hold, and holds in any case. */
	private final class Crowding {

		private final Constraint constraint;
		private final Constraint.Spread spread;
		private final List<Workload> members;
		private final List<Choice> all;
		private final Map<String, Integer> most = new LinkedHashMap<>();
		private final Map<String, Integer> least = new HashMap<>();

		Crowding(Constraint constraint, Constraint.Spread spread) {
			this.constraint = constraint;
			this.spread = spread;
			this.members = members(spread.subjects());
			this.all = members.stream().map(member -> choices.of(member, spread.domain())).toList();
			all.stream().collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.summingInt(any -> 1)))
					.forEach((choice, count) -> {
						choice.domains().forEach(domain -> most.merge(domain, count, Integer::sum));
						choice.certain().forEach(domain -> least.merge(domain, count, Integer::sum));
					});
		}

		/** None where members must keep out of something: which failure domains count then depends on more than this constraint. */
		Optional<ForegoneAnswer> answer() {
			if (!all.stream().allMatch(Choice::isStated) || members.stream().anyMatch(musts::concern)) {
				return Optional.empty();
			}
			if (all.stream().flatMap(choice -> choice.places().stream()).distinct().count() == 1) {
				return neverBroken(constraint, members, most.isEmpty() ? "%s never %s on one %s alone".formatted(names(members),
						members.size() == 1 ? "hangs" : "hang", spread.domain().label())
						: "%s can only stand in %s '%s'".formatted(names(members), spread.domain().label(),
								String.join("', '", most.keySet())));
			}
			if (!all.stream().allMatch(Choice::isAlwaysInOne)) {
				return Optional.empty();
			}
			var neverTooFull = spread.skew().isPresent() ? !exceedsSkew(widest(most, least)) : !canCrowd();
			return neverTooFull ? neverBroken(constraint, members, "%s cannot be placed so that it is broken".formatted(names(members)))
					: neverKept();
		}

		/** Whether two can share a failure domain while another, which holds nobody in any case, is free. */
		private boolean canCrowd() {
			var shared = most.entrySet().stream().filter(domain -> domain.getValue() > 1).map(Map.Entry::getKey).limit(2).toList();
			var free = most.keySet().stream().filter(domain -> !least.containsKey(domain)).limit(2).toList();
			return !shared.isEmpty() && !free.isEmpty() && !(shared.size() == 1 && shared.equals(free));
		}

		/** Two failure domains of which the first counts as much more than the second as any does; empty when there is but one. */
		private Optional<Gap> widest(Map<String, Integer> fuller, Map<String, Integer> emptier) {
			var full = firstTwo(Comparator.comparingInt((String domain) -> -fuller.getOrDefault(domain, 0)));
			var empty = firstTwo(Comparator.comparingInt((String domain) -> emptier.getOrDefault(domain, 0)));
			return full.stream().flatMap(one -> empty.stream().filter(other -> !other.equals(one))
					.map(other -> new Gap(one, fuller.getOrDefault(one, 0), other, emptier.getOrDefault(other, 0))))
					.max(Comparator.comparingInt(Gap::difference));
		}

		private List<String> firstTwo(Comparator<String> order) {
			return most.keySet().stream().sorted(order).limit(2).toList();
		}

		private boolean exceedsSkew(Optional<Gap> gap) {
			return gap.filter(wide -> wide.difference() > spread.skew().orElseThrow()).isPresent();
		}

		/**
		 * Without a skew it is kept when no two share a failure domain or each holds one: when as many have one of their own as there are
		 * of the fewer. Only what lies below without a choice says which failure domains count.
		 */
		private Optional<ForegoneAnswer> neverKept() {
			if (!choices.areSettled(members)) {
				return Optional.empty();
			}
			var kind = spread.domain().label();
			if (spread.skew().isEmpty()) {
				var matched = Representatives.of(all).matched();
				return matched == Math.min(members.size(), most.size()) ? Optional.empty()
						: ForegoneConstraints.neverKept(constraint, members,
								"they can take %s of %s %ss at most, and so share one while another is free".formatted(matched, most.size(),
										kind));
			}
			var gap = widest(least, most);
			if (exceedsSkew(gap)) {
				return gap.flatMap(wide -> ForegoneConstraints.neverKept(constraint, members,
						"%s '%s' holds %s of them in any case, and %s '%s' at most %s".formatted(kind, wide.full(), wide.most(), kind,
								wide.empty(), wide.least())));
			}
			return spread.skew().getAsInt() == 0 && members.size() % most.size() != 0
					? ForegoneConstraints.neverKept(constraint, members,
							"%s of them cannot be divided evenly among %s %ss".formatted(members.size(), most.size(), kind))
					: Optional.empty();
		}
	}

	/** What belongs to the members may stand with them, as {@link ConstraintCheck} has it. */
	private Optional<ForegoneAnswer> alone(Constraint constraint, Constraint.Alone alone) {
		var kind = alone.domain();
		var members = members(alone.subjects());
		var kin = new Kin(members, topology);
		var inAnyCase = new HashSet<String>();
		members.forEach(member -> inAnyCase.addAll(choices.of(member, kind).certain()));
		var intruder = topology.workloads().values().stream().filter(workload -> !kin.isPossible(workload))
				.filter(workload -> choices.of(workload, kind).certain().stream().anyMatch(inAnyCase::contains)).findFirst();
		if (intruder.isPresent()) {
			return neverKept(constraint, List.of(intruder.get()), "'%s' stands in the same %s wherever they are placed".formatted(
					intruder.get().name(), kind.label()));
		}
		var strangers = topology.workloads().values().stream().filter(workload -> !kin.isCertain(workload)).toList();
		var within = new HashSet<String>();
		distinctChoices(members, kind).forEach(choice -> within.addAll(choice.domains()));
		return Stream.concat(distinctChoices(members, kind).stream(), distinctChoices(strangers, kind).stream()).allMatch(Choice::isStated)
				&& distinctChoices(strangers, kind).stream().noneMatch(choice -> choice.domains().stream().anyMatch(within::contains))
						? neverBroken(constraint, members,
								"nothing else can come to stand in a %s with %s".formatted(kind.label(), names(members)))
						: Optional.empty();
	}

	private List<Choice> distinctChoices(List<Workload> workloads, FailureDomain kind) {
		return workloads.stream().map(member -> choices.of(member, kind)).distinct().toList();
	}

	private List<Workload> members(List<Selection> subjects) {
		return subjects.stream().flatMap(subject -> subject.members().stream()).distinct().map(topology.workloads()::get).toList();
	}

	private static Optional<ForegoneAnswer> neverBroken(Constraint constraint, List<Workload> workloads, String reason) {
		return Optional.of(new ForegoneAnswer(constraint, NEVER_BROKEN, workloads.stream().map(Workload::name).toList(), reason));
	}

	private static Optional<ForegoneAnswer> neverKept(Constraint constraint, List<Workload> workloads, String reason) {
		return Optional.of(new ForegoneAnswer(constraint, NEVER_KEPT, workloads.stream().map(Workload::name).toList(), reason));
	}

	private static String names(List<Workload> workloads) {
		return Names.few(workloads.stream().map(Workload::name).toList());
	}
}
