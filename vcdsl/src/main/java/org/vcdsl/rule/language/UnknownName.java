package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the linker. */
public final class UnknownName implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD101", "unknown-name", Severity.ERROR,
			"Name stands for nothing here", """
			A name must be declared in the same package, in an imported one or in the catalogue, and be of the kind
			that the place asks for. To guess another one would be to plan for the wrong machine.""", """
			Correct the name, declare the element, or import its package.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
