package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class WrongValue implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD103", "wrong-value", Severity.ERROR,
			"Value is not what its key asks for", """
			Quantities carry a unit of the right dimension, numbers stay in their range, versions and dates can be
			compared. Values are exact: nothing is rounded or guessed.""", """
			Write the value as the message shows it.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
