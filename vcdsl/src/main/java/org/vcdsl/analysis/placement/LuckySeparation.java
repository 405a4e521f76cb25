package org.vcdsl.analysis.placement;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Members of a declaration that stand apart although nothing keeps them apart: another placement might put all of them on one host.
 *
 * @param members all of the declaration, at least two
 * @param domain the widest of site, room, rack and host across which a constraint would be kept by the placement as it is
 * @param domains how many of these they stand in, at least two
 * @param missing that constraint: that they {@code must spread}
 * @param isScheduled whether the scheduler of an orchestrator places them, which need not place them so
 */
public record LuckySeparation(List<Workload> members, FailureDomain domain, int domains, Constraint missing, boolean isScheduled) {

	private static final List<FailureDomain> WIDEST_FIRST = List.of(FailureDomain.SITE, FailureDomain.ROOM, FailureDomain.RACK,
			FailureDomain.HOST);

	public LuckySeparation {
		members = List.copyOf(members);
	}

	/**
	 * Those of all declarations, in the order of the topology, whose workloads are all placed. Takes time in the workloads, in what they
	 * may stand on where {@code pin} or {@code ban} make a difference or members differ in it, and in the members of constraints.
	 *
	 * @param scheduled names of declarations whose members the schedulers of orchestrators place
	 * @param kept those of them that the schedulers keep apart, because they were told so
	 */
	public static List<LuckySeparation> of(Topology topology, Set<String> scheduled, Set<String> kept) {
		if (topology.workloads().values().stream().allMatch(workload -> workload.pool().isFixed())) {
			return List.of();
		}
		return new Search(topology, scheduled, kept).answer();
	}

	/** Looks at one declaration after the other. */
	private static final class Search {

		private final Topology topology;
		private final FailureDomains domains;
		private final ConstraintCheck check;
		private final Limits limits;
		/** Names of declarations of which constraints, or what a scheduler is told of them, keep some members apart. */
		private final Set<String> asked = new HashSet<>();

		private final Set<String> scheduled;

		Search(Topology topology, Set<String> scheduled, Set<String> kept) {
			this.topology = topology;
			this.scheduled = scheduled;
			this.domains = new FailureDomains(topology);
			this.check = new ConstraintCheck(topology, domains);
			this.limits = new Limits(topology, topology.constraints().stream());
			topology.constraints().stream().map(Constraint::condition).forEach(this::ask);
			asked.removeAll(scheduled);
			asked.addAll(kept);
		}

		/** A {@code should} asks, too. That kernels differ is true of virtual machines on one host, and keeps nothing apart. */
		private void ask(Constraint.Condition condition) {
			switch (condition) {
				case Constraint.Spread spread when spread.domain() != FailureDomain.KERNEL ->
					askApart(spread.subjects().stream().flatMap(subject -> subject.members().stream()).distinct().map(List::of).toList());
				case Constraint.Apart apart when apart.domain() != FailureDomain.KERNEL ->
					askApart(apart.subjects().size() > 1 ? apart.subjects().stream().map(Selection::members).toList()
							: apart.subjects().getFirst().members().stream().map(List::of).toList());
				default -> {
					// says where something stands and not that it stands apart, or something else
				}
			}
		}

		/** Notes the declarations that have members in several of these. */
		private void askApart(List<List<String>> groups) {
			var groupOf = new HashMap<String, Integer>();
			IntStream.range(0, groups.size()).forEach(group -> groups.get(group).stream()
					.map(member -> topology.workloads().get(member).declaration())
					.filter(declaration -> groupOf.merge(declaration, group, (one, other) -> one.equals(other) ? one : -1) == -1)
					.forEach(asked::add));
		}

		List<LuckySeparation> answer() {
			return topology.declarations().entrySet().stream()
					.filter(declaration -> declaration.getValue().size() > 1 && !asked.contains(declaration.getKey()))
					.filter(declaration -> mayShareAHost(declaration.getValue()))
					.flatMap(declaration -> separation(declaration.getValue()).stream()).toList();
		}

		/** Whether all members may stand on one host, and some of them elsewhere. */
		private boolean mayShareAHost(List<Workload> members) {
			var pools = Collections.newSetFromMap(new IdentityHashMap<List<String>, Boolean>());
			members.forEach(member -> pools.add(limits.allowed(member)));
			if (pools.stream().allMatch(pool -> pool.size() == 1)) {
				return false;
			}
			if (pools.size() == 1) {
				return true;
			}
			var shared = new HashSet<>(domains.ofPlatforms(pools.iterator().next(), FailureDomain.HOST));
			pools.forEach(pool -> shared.retainAll(domains.ofPlatforms(pool, FailureDomain.HOST)));
			return !shared.isEmpty();
		}

		private Optional<LuckySeparation> separation(List<Workload> members) {
			return WIDEST_FIRST.stream().flatMap(kind -> separation(members, kind).stream()).findFirst();
		}

		private Optional<LuckySeparation> separation(List<Workload> members, FailureDomain kind) {
			var apart = members.stream().flatMap(member -> domains.of(member, kind).stream()).distinct().count();
			var first = members.getFirst();
			var all = new Selection(first.declaration(), members.stream().map(Workload::name).toList());
			var missing = new Constraint(Constraint.Strength.MUST, new Constraint.Spread(List.of(all), kind, OptionalInt.empty()),
					first.source());
			return apart > 1 && check.answer(missing).verdict() == ConstraintAnswer.Verdict.KEPT
					? Optional.of(new LuckySeparation(members, kind, (int) apart, missing, scheduled.contains(first.declaration())))
					: Optional.empty();
		}
	}
}
