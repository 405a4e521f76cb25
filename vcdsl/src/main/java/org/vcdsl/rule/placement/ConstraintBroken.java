package org.vcdsl.rule.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.analysis.placement.ForegoneAnswer;
import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Conflicts;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Topology;

/** A placement that does not keep what {@code rules} ask for. */
public final class ConstraintBroken implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD601", "constraint-broken", Severity.WARNING,
			"Placement does not keep a constraint", """
			What stands in 'rules' says where workloads must or should stand, most often so that one failure does not take
			all of them. A placement that does not keep it has lost what the constraint was written for. What breaks a
			'must' is an error and is not deployed.""", """
			Move a workload, give it a larger pool, or weaken the constraint. For a reserve, add to what there is, or
			take something away from it.""", List.of(
					"F. Hermenier, J. Lawall, G. Muller, BtrPlace: A Flexible Consolidation Manager for Highly Available Applications, 2013"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public boolean forbidsDeployment() {
		return true;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var neverKept = context.foregoneAnswers().stream().filter(answer -> answer.outcome() == ForegoneAnswer.Outcome.NEVER_KEPT)
				.map(ForegoneAnswer::constraint).collect(Collectors.toSet());
		context.constraintAnswers().stream().filter(answer -> !neverKept.contains(answer.constraint()))
				.flatMap(answer -> finding(answer, context).stream()).forEach(findings);
	}

	private Optional<Finding> finding(ConstraintAnswer answer, RuleContext context) {
		var topology = context.topology();
		var label = answer.constraint().label();
		return switch (answer.verdict()) {
			case KEPT -> Optional.empty();
			case BROKEN -> Optional.of(finding(answer, severity(answer.constraint()),
					"'%s' is not kept: %s. %s".formatted(label, answer.reason(), remedy(answer.constraint(), context)), topology));
			case UNKNOWN -> Optional.of(finding(answer, Severity.INFO,
					"Whether '%s' is kept is unknown: %s.".formatted(label, answer.reason()), topology));
		};
	}

	private static String remedy(Constraint constraint, RuleContext context) {
		var conflict = context.conflictOver(new Obligation.Stated(constraint));
		if (conflict.isPresent()) {
			return Conflicts.sentence(conflict.get()) + " Weaken a constraint, or add to what there is.";
		}
		return switch (constraint.condition()) {
			case Constraint.Reserve reserve -> "Add to what there is, or take something away from it.";
			default -> "Move a workload, or give it a larger pool.";
		};
	}

	private Finding finding(ConstraintAnswer answer, Severity severity, String message, Topology topology) {
		var declarations = answer.offenders().stream().map(name -> topology.workloads().get(name).declaration()).distinct();
		return new Finding(id(), severity, answer.constraint().source(), message,
				Stream.concat(declarations, Stream.of(answer.constraint().label())).toList(), List.of());
	}

	/** How much it matters that a constraint is not kept. */
	static Severity severity(Constraint constraint) {
		return switch (constraint.strength()) {
			case MUST -> Severity.ERROR;
			case SHOULD -> Severity.WARNING;
		};
	}
}
