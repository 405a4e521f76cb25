package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class DuplicateName implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD102", "duplicate-name", Severity.ERROR,
			"Two elements have one name", """
			Names are unique in a package whatever their kind: findings, plans and artefacts name elements, and
			sites, rooms and racks do not qualify them.""", """
			Give one of the two another name.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
