package org.vcdsl.rule.artifact;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the backends. */
public final class UnstatedInput implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD801", "unstated-input", Severity.INFO,
			"Artefact needs something nobody stated", """
			Addresses, image files and keys are never invented. What an artefact needs and the text does not say
			becomes a variable or an assumption, and this finding says which. Where nothing can be made without it,
			the finding is a warning.""", """
			State what is missing, or give the variable a value when the plan is run.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
