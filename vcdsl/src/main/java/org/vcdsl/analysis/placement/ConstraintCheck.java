package org.vcdsl.analysis.placement;

import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.BROKEN;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.KEPT;
import static org.vcdsl.analysis.placement.ConstraintAnswer.Verdict.UNKNOWN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Compares a placement with what {@code rules} ask for. The words are those of BtrPlace (F. Hermenier et al., BtrPlace: a flexible
 * consolidation manager for highly available applications, 2013) and, for {@code skew}, of Kubernetes' topology spread constraints.
 *
 * <p>Each constraint takes time in its members, {@code alone} and {@code forbid} in all workloads; besides, each list of what something may
 * stand on is gone through once for each kind of failure domain.
 */
public final class ConstraintCheck {

	private final Topology topology;
	private final FailureDomains domains;
	private final Limits musts;

	/** Of a topology whose workloads are all placed. */
	ConstraintCheck(Topology topology, FailureDomains domains) {
		this.topology = topology;
		this.domains = domains;
		this.musts = Limits.thatMustBeKept(topology);
	}

	/** An answer for each constraint, in the order of the topology, whose workloads are all placed. */
	public static List<ConstraintAnswer> of(Topology topology) {
		var check = new ConstraintCheck(topology, new FailureDomains(topology));
		return topology.constraints().stream().map(check::answer).toList();
	}

	/** Whether the placement keeps a constraint, one of the topology's or another on its workloads. */
	ConstraintAnswer answer(Constraint constraint) {
		return switch (constraint.condition()) {
			case Constraint.Spread spread -> spread(constraint, spread);
			case Constraint.Apart apart -> apart(constraint, apart);
			case Constraint.Together together -> together(constraint, together);
			case Constraint.Pin pin -> pin(constraint, pin);
			case Constraint.Ban ban -> ban(constraint, ban);
			case Constraint.Alone alone -> alone(constraint, alone);
			case Constraint.Forbid forbid -> forbid(constraint, forbid);
			case Constraint.Reserve reserve -> new ReserveCheck(topology, domains, constraint, reserve).answer();
		};
	}

	/**
	 * With a skew, no domain holds over so many more members than another; without, none holds two while another holds none. One that members must
	 * keep out of does not count, nor does it for Kubernetes (Pod Topology Spread Constraints, {@code nodeAffinityPolicy}).
	 */
	private ConstraintAnswer spread(Constraint constraint, Constraint.Spread spread) {
		var members = members(spread.subjects());
		var homeless = withoutDomain(members, spread.domain());
		if (!homeless.isEmpty()) {
			return unknown(constraint, homeless, spread.domain());
		}
		var counts = new LinkedHashMap<String, List<String>>();
		members.forEach(member -> domains.of(member, spread.domain())
				.forEach(domain -> counts.computeIfAbsent(domain, name -> new ArrayList<>()).add(member.name())));
		if (counts.isEmpty()) {
			return kept(constraint);
		}
		free(members, spread.domain(), counts.keySet()).ifPresent(domain -> counts.put(domain, List.of()));
		var fullest = counts.entrySet().stream().max(Comparator.comparingInt(domain -> domain.getValue().size())).orElseThrow();
		var emptiest = counts.entrySet().stream().min(Comparator.comparingInt(domain -> domain.getValue().size())).orElseThrow();
		var most = fullest.getValue().size();
		var least = emptiest.getValue().size();
		var kept = spread.skew().isPresent() ? most - least <= spread.skew().getAsInt() : most < 2 || least > 0;
		return kept ? kept(constraint)
				: broken(constraint, fullest.getValue(), "%s '%s' holds %s of them, %s '%s' %s".formatted(spread.domain().label(),
						fullest.getKey(), most, spread.domain().label(), emptiest.getKey(), least == 0 ? "none" : least));
	}

	/** A failure domain in which one of the members might stand and none does; it is found after at most as many as are taken. */
	private Optional<String> free(List<Workload> members, FailureDomain kind, Set<String> taken) {
		var pools = Collections.newSetFromMap(new IdentityHashMap<List<String>, Boolean>());
		return members.stream().filter(member -> kind != FailureDomain.KERNEL || !member.bringsKernel())
				.map(musts::allowed).filter(pools::add)
				.flatMap(candidates -> domains.ofPool(candidates, kind).stream().filter(domain -> !taken.contains(domain)).limit(1))
				.findFirst();
	}

	/** No two selections share a domain; of one selection, no two members. */
	private ConstraintAnswer apart(Constraint constraint, Constraint.Apart apart) {
		var groups = apart.groups().stream().map(names -> names.stream().map(topology.workloads()::get).toList()).toList();
		var holders = new LinkedHashMap<String, Map<Integer, Workload>>();
		IntStream.range(0, groups.size()).forEach(group -> groups.get(group).forEach(member -> domains.of(member, apart.domain())
				.forEach(domain -> holders.computeIfAbsent(domain, name -> new LinkedHashMap<>()).putIfAbsent(group, member))));
		var shared = holders.entrySet().stream().filter(domain -> domain.getValue().size() > 1).findFirst();
		if (shared.isPresent()) {
			var together = shared.get().getValue().values().stream().map(Workload::name).toList();
			return broken(constraint, together.reversed(), "'%s' and '%s' share %s '%s'".formatted(together.get(0), together.get(1),
					apart.domain().label(), shared.get().getKey()));
		}
		var homeless = withoutDomain(members(apart.subjects()), apart.domain());
		return homeless.isEmpty() ? kept(constraint) : unknown(constraint, homeless, apart.domain());
	}

	private ConstraintAnswer together(Constraint constraint, Constraint.Together together) {
		var members = members(together.subjects());
		var homeless = members.stream().filter(member -> domains.of(member, together.domain()).isEmpty()).map(Workload::name).toList();
		if (!homeless.isEmpty()) {
			return unknown(constraint, homeless, together.domain());
		}
		var first = members.getFirst();
		var home = new HashSet<>(domains.of(first, together.domain()));
		var away = members.stream().filter(member -> domains.of(member, together.domain()).stream().noneMatch(home::contains))
				.map(Workload::name).toList();
		return away.isEmpty() ? kept(constraint)
				: broken(constraint, away, "%s not in %s '%s' of '%s'".formatted(are(away), together.domain().label(),
						String.join("', '", home), first.name()));
	}

	private ConstraintAnswer pin(Constraint constraint, Constraint.Pin pin) {
		var away = members(pin.subjects()).stream().filter(member -> !standsOnAny(member, pin.platforms())).map(Workload::name).toList();
		return away.isEmpty() ? kept(constraint) : broken(constraint, away, "%s elsewhere".formatted(are(away)));
	}

	private ConstraintAnswer ban(Constraint constraint, Constraint.Ban ban) {
		var there = members(ban.subjects()).stream().filter(member -> standsOnAny(member, ban.platforms())).map(Workload::name).toList();
		return there.isEmpty() ? kept(constraint) : broken(constraint, there, "%s there all the same".formatted(are(there)));
	}

	/** Directly, or through virtual machines. */
	private boolean standsOnAny(Workload member, List<String> platforms) {
		return platforms.contains(topology.standsOn(member)) || platforms.contains(topology.hostOf(member).name());
	}

	/** What stands on a member, and what a member stands on, are no strangers. */
	private ConstraintAnswer alone(Constraint constraint, Constraint.Alone alone) {
		var members = members(alone.subjects());
		var family = new HashSet<String>();
		members.forEach(member -> {
			family.add(member.name());
			var platform = topology.platformOf(member);
			while (platform instanceof VirtualMachine vm) {
				family.add(vm.name());
				platform = topology.platformOf(vm);
			}
		});
		var taken = new LinkedHashSet<String>();
		members.forEach(member -> taken.addAll(domains.of(member, alone.domain())));
		var strangers = topology.workloads().values().stream()
				.filter(workload -> domains.of(workload, alone.domain()).stream().anyMatch(taken::contains))
				.filter(workload -> !belongsTo(workload, family)).map(Workload::name).toList();
		return strangers.isEmpty() ? kept(constraint)
				: broken(constraint, strangers, "%s in the same %s".formatted(are(strangers), alone.domain().label()));
	}

	private boolean belongsTo(Workload workload, Set<String> family) {
		for (var current = workload;;) {
			if (family.contains(current.name())) {
				return true;
			}
			if (!(topology.platformOf(current) instanceof VirtualMachine vm)) {
				return false;
			}
			current = vm;
		}
	}

	private ConstraintAnswer forbid(Constraint constraint, Constraint.Forbid forbid) {
		var platforms = new HashSet<>(forbid.platforms());
		var offenders = topology.workloads().values().stream().filter(workload -> platforms.contains(topology.standsOn(workload)))
				.filter(workload -> forbid.trait().isOf(workload)).map(Workload::name).toList();
		return offenders.isEmpty() ? kept(constraint)
				: broken(constraint, offenders, are(offenders) + " there all the same");
	}

	private List<Workload> members(List<Selection> subjects) {
		return subjects.stream().flatMap(subject -> subject.members().stream()).distinct().map(topology.workloads()::get).toList();
	}

	/** Members of which nobody stated where they stand: to have a second feed or switch is what one wants. */
	private List<String> withoutDomain(List<Workload> members, FailureDomain domain) {
		return members.stream().filter(member -> domains.of(member, domain).isEmpty())
				.filter(member -> !FailureDomains.hasSpare(topology.hostOf(member), domain)).map(Workload::name).toList();
	}

	private static ConstraintAnswer kept(Constraint constraint) {
		return new ConstraintAnswer(constraint, KEPT, List.of(), "");
	}

	private static ConstraintAnswer broken(Constraint constraint, List<String> offenders, String reason) {
		return new ConstraintAnswer(constraint, BROKEN, offenders, reason);
	}

	private static ConstraintAnswer unknown(Constraint constraint, List<String> members, FailureDomain domain) {
		return new ConstraintAnswer(constraint, UNKNOWN, members,
				"%s in no %s of which one could speak".formatted(are(members), domain.label()));
	}

	/** {@code 'a', 'b', 'c' and 7 more stand}. */
	private static String are(List<String> names) {
		return Names.few(names) + (names.size() == 1 ? " stands" : " stand");
	}
}
