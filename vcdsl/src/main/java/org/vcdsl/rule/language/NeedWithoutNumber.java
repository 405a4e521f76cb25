package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class NeedWithoutNumber implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD105", "need-without-number", Severity.INFO,
			"Need of a group does not say how many", """
			How many replicas must answer decides what is a single point of failure. Without a number one is taken
			to suffice, which may not be what was meant.""", """
			Write 'needs k of' with the number that must answer.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
