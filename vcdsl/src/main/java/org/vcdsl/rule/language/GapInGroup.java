package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** A group whose numbers are not consecutive. */
public final class GapInGroup implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD113", "gap-in-group", Severity.INFO,
			"Numbers are missing in a group", """
			A group may have gaps: a retired server keeps its number. A gap that nobody meant is most often a
			slip in a range.""", """
			Close the gap, or leave it if it is meant.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
