package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.placement.LuckySeparation;
import org.vcdsl.finding.Change;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** Members that stand apart although nothing asks for it. */
public final class SeparationByLuck implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD306", "separation-by-luck", Severity.INFO,
			"Members stand apart by luck", """
			Where an architect leaves a choice, VCDSL places the members of a declaration apart where it can, and every analysis
			counts on the placement there is. As long as no constraint asks for it, nothing keeps them apart: the next host, the next
			constraint, or a scheduler that moves them may put all of them where one failure takes them. Pods in a Kubernetes cluster
			are placed by Kubernetes, which keeps apart only what a generated hard constraint tells it to: one that must be kept, and
			that is about all pods of a declaration and about sites, rooms, racks, hosts or kernels.""", """
			Write the constraint that the message names; the placement keeps it as it is. 'should' in place of 'must' will do where
			they may stand together at a pinch.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.luckySeparations().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(LuckySeparation luck) {
		var first = luck.members().getFirst();
		return new Finding(id(), DESCRIPTION.severity(), first.source(),
				"The %s members of '%s' stand in %s %ss by luck: %s. ".formatted(luck.members().size(), first.declaration(),
						luck.domains(), luck.domain().label(), luck.isScheduled()
								? "Kubernetes places them, and no hard constraint that it can be told keeps them apart"
								: "no constraint keeps them apart")
						+ "Add '%s' to 'rules', which this placement keeps.".formatted(luck.missing().label()),
				List.of(first.declaration()), List.of())
				.fixedBy("Add '%s'".formatted(luck.missing().label()),
						new Change.AddConstraint(first.source(), luck.missing().strength(), luck.missing().condition()));
	}
}
