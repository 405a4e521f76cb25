package org.vcdsl.rule.artifact;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the backends. */
public final class NotExpressible implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD802", "not-expressible", Severity.WARNING,
			"Backend cannot express it", """
			An artefact that silently left something out would deploy another datacentre than the one that was
			judged.""", """
			Do the part named by hand, or use a backend that can express it.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
