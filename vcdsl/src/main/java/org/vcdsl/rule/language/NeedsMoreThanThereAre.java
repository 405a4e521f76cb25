package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class NeedsMoreThanThereAre implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD104", "needs-more-than-there-are", Severity.ERROR,
			"Service needs more members than there are", """
			A service that needs k of n members with n below k can never be up.""", """
			Raise the replicas or lower the number needed.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
