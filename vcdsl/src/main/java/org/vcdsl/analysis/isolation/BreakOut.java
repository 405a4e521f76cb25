package org.vcdsl.analysis.isolation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * How workloads that share no kernel, as a constraint asks, are one compromise apart all the same.
 *
 * @param constraint kept, of workloads apart by kernel
 * @param from containers from which a break-out reaches a workload of another group, at least one; none that manages what it reaches
 * @param certain whether each of them is exposed to the kernel; else of none it is to be told
 * @param path a shortest one from the first
 */
public record BreakOut(Constraint constraint, List<Workload> from, boolean certain, AttackPath path) {

	public BreakOut {
		from = List.copyOf(from);
	}

	/**
	 * Of constraints on a topology whose workloads are all placed. Takes time in the members and in what has each group of them in its
	 * hands: no pairs are looked at, since each kernel is borrowed by one group.
	 */
	public static List<BreakOut> of(List<ConstraintAnswer> answers, Topology topology, CompromiseModel model) {
		return answers.stream().filter(answer -> answer.verdict() == ConstraintAnswer.Verdict.KEPT).map(ConstraintAnswer::constraint)
				.flatMap(constraint -> constraint.condition() instanceof Constraint.Apart apart && apart.domain() == FailureDomain.KERNEL
						? new Search(constraint, apart, topology, model).answer().stream()
						: Stream.empty())
				.toList();
	}

	private static final class Search {

		/** Members of a group that borrow one kernel. */
		private record Borrowers(int group, List<Workload> members) {
		}

		private final Constraint constraint;
		private final List<List<Workload>> groups;
		private final Topology topology;
		private final CompromiseModel model;

		Search(Constraint constraint, Constraint.Apart apart, Topology topology, CompromiseModel model) {
			this.constraint = constraint;
			this.topology = topology;
			this.model = model;
			this.groups = apart.groups().stream().map(names -> names.stream().map(topology.workloads()::get).toList()).toList();
		}

		Optional<BreakOut> answer() {
			return answer(true).or(() -> answer(false));
		}

		private Optional<BreakOut> answer(boolean certain) {
			var borrowers = borrowers(certain);
			var from = new LinkedHashSet<String>();
			var paths = new ArrayList<AttackPath>();
			for (var group = 0; group < groups.size() && !borrowers.isEmpty(); group++) {
				var tree = model.attackTree(groups.get(group));
				for (var kernel : tree.paths().keySet()) {
					var others = borrowers.get(kernel);
					if (others != null && others.group != group) {
						others.members.stream().filter(member -> tree.from(member.name()).isEmpty()).forEach(member -> {
							paths.add(model.path(member, tree).orElseThrow());
							from.add(member.name());
						});
					}
				}
			}
			return from.isEmpty() ? Optional.empty()
					: Optional.of(new BreakOut(constraint, from.stream().map(topology.workloads()::get).toList(), certain, paths.getFirst()));
		}

		/** Those that may break out, by the kernel they borrow. */
		private Map<String, Borrowers> borrowers(boolean certain) {
			var borrowers = new HashMap<String, Borrowers>();
			for (var group = 0; group < groups.size(); group++) {
				for (var member : groups.get(group)) {
					if (CompromiseModel.mayBreakOut(member) && TrustBoundary.around(member).isPresent() == certain) {
						var own = group;
						borrowers.computeIfAbsent(topology.standsOn(member), name -> new Borrowers(own, new ArrayList<>())).members
								.add(member);
					}
				}
			}
			return borrowers;
		}
	}
}
