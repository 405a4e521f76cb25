package org.vcdsl.report;

import java.util.List;

import org.vcdsl.finding.Finding;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Variable;

/**
 * What there is to say about a plan.
 *
 * @param variables what must be supplied to run it
 * @param manualSteps what no tool does
 * @param risks what was found and stays when it is carried out, accepted or not, in reading order
 */
public record PlanReport(Plan plan, List<Variable> variables, List<ManualStep> manualSteps, List<Finding> risks) {

	public PlanReport {
		variables = List.copyOf(variables);
		manualSteps = List.copyOf(manualSteps);
		risks = List.copyOf(risks);
	}
}
