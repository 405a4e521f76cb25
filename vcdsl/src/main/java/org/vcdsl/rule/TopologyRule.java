package org.vcdsl.rule;

import java.util.function.Consumer;

import org.vcdsl.finding.Finding;

/** A rule that judges a resolved topology. */
public interface TopologyRule extends Rule {

	/** Reports each place where the rule is broken, in any order; acceptances are applied to what it reports. */
	void check(RuleContext context, Consumer<Finding> findings);

	/** Whether the workload that an error of this rule is about, its first subject, must not be deployed. */
	default boolean forbidsDeployment() {
		return false;
	}
}
