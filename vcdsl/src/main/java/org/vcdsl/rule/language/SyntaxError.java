package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the parser. */
public final class SyntaxError implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD100", "syntax-error", Severity.ERROR,
			"Text is not VCDSL", """
			The parser cannot read on at this place. It goes on behind it, so that the rest of the file is checked
			for its form, but nothing is judged or planned from text that was not understood.""", """
			Mend what stands at the place or right before it: mostly a brace, a comma between values, or a key that
			does not exist there.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
