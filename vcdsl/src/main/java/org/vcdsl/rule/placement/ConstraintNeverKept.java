package org.vcdsl.rule.placement;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.ForegoneAnswer;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** A constraint that the pools leave no way to keep. */
public final class ConstraintNeverKept implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD605", "constraint-never-kept", Severity.WARNING,
			"Constraint cannot be kept", """
			Where the pools leave no placement that keeps a constraint, no placer helps, and no host that fails or is added to
			another pool is to blame: the text contradicts itself. Each constraint is judged by itself here. What cannot keep a
			'must' is an error and is not deployed.""", """
			Widen a pool, take workloads out of the constraint, or weaken it.""", List.of(
					"P. Hall, On Representatives of Subsets, 1935"));

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
		context.foregoneAnswers().stream().filter(answer -> answer.outcome() == ForegoneAnswer.Outcome.NEVER_KEPT)
				.map(answer -> finding(answer, context.topology())).forEach(findings);
	}

	private Finding finding(ForegoneAnswer answer, Topology topology) {
		var label = answer.constraint().label();
		var workloads = answer.workloads().stream().map(topology.workloads()::get).toList();
		var names = Stream.concat(workloads.stream().map(Workload::declaration), workloads.stream().map(Workload::name));
		return new Finding(id(), ConstraintBroken.severity(answer.constraint()), answer.constraint().source(),
				"'%s' can never be kept: %s. Widen a pool, or weaken the constraint.".formatted(label, answer.reason()),
				Stream.concat(names, Stream.of(label)).distinct().toList(), List.of());
	}
}
