package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class RepeatedKey implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD109", "repeated-key", Severity.ERROR,
			"Key is given twice", """
			Where a key has one value, a second one would silently win over the first.""", """
			Keep one of them.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
