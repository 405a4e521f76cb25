package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked when all other rules have been asked. */
public final class AcceptanceExpired implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD107", "acceptance-expired", Severity.WARNING,
			"Acceptance has expired", """
			Who accepts a risk until a day wants to decide again after that day. Until then the finding is silenced;
			from the next day on it counts again.""", """
			Mend the finding, or decide anew and set a new date.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
