package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Workload;

/** Workloads that wait for each other. */
public final class CannotStartFromCold implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD305", "cannot-start-from-cold", Severity.WARNING,
			"Workloads wait for each other", """
			Workloads that need each other, or need what stands on them, run for as long as none of them fails. After a power
			cut all of them are down, and each waits for another that waits in turn. A plan cuts such a circle: one of
			them is started before what it needs.""", """
			Take one of the needs out, let it be met by something outside of the circle, too, or accept the finding where one of them comes
			up well without what it needs.""", List.of(
					"R. Tarjan, Depth-first search and linear graph algorithms, 1972"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.coldCircles().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(List<Workload> circle) {
		return new Finding(id(), DESCRIPTION.severity(), circle.getFirst().source(),
				"%s for %s: from cold none of them can start. A plan starts one of them before what it needs; take a need out, or accept it."
						.formatted(names(circle) + (circle.size() > 1 ? " wait" : " waits"), circle.size() > 1 ? "each other" : "itself"),
				circle.stream().map(Workload::declaration).distinct().toList(), List.of());
	}

	private static String names(List<Workload> circle) {
		return Names.listed(circle.stream().map(Workload::name).toList());
	}
}
