package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked when all other rules have been asked. */
public final class AcceptanceMatchesNothing implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD106", "acceptance-matches-nothing", Severity.WARNING,
			"Acceptance silences nothing", """
			An acceptance that matches no finding was mended meanwhile, is misspelt, or stands in the wrong place;
			left alone it would silence the next finding of that kind unseen. An unknown rule, and an acceptance
			with nothing behind it, are errors.""", """
			Take it away, or correct the rule, the names or the place.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
