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

/** A constraint that says nothing which is not so anyway. */
public final class ConstraintNeverBroken implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD604", "constraint-never-broken", Severity.INFO,
			"Constraint changes nothing", """
			A constraint chooses among the places that pools leave open. Where every placement keeps it, it protects from nothing:
			most often it names another workload than the one that was meant, or a pool is smaller than its author thinks. It may
			also be kept on purpose, for the day on which a pool grows: then accept it.""", """
			Take the constraint away, name what was meant, or widen the pools.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.foregoneAnswers().stream().filter(answer -> answer.outcome() == ForegoneAnswer.Outcome.NEVER_BROKEN)
				.map(answer -> finding(answer, context)).forEach(findings);
	}

	private Finding finding(ForegoneAnswer answer, RuleContext context) {
		var label = answer.constraint().label();
		var workloads = answer.workloads().stream().map(context.topology().workloads()::get)
				.flatMap(workload -> Stream.of(workload.declaration(), workload.name()));
		return new Finding(id(), DESCRIPTION.severity(), answer.constraint().source(),
				"'%s' changes nothing: %s. Take it away, or widen a pool if it is meant to choose.".formatted(label, answer.reason()),
				Stream.concat(Stream.of(label), workloads).distinct().toList(), List.of());
	}
}
