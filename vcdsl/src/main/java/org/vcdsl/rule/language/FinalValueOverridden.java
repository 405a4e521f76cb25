package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** A value that a final template has frozen. */
public final class FinalValueOverridden implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD114", "final-value-overridden", Severity.ERROR,
			"Value of a final template is overridden", """
			A final template freezes the values it states, so that a standard stays one wherever it is used.
			What it does not state may be added; 'requires' only ever adds.""", """
			Take the value away where it is overridden, use another template, or take 'final' away.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
