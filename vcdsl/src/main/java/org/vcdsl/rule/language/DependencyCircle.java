package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class DependencyCircle implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD108", "dependency-circle", Severity.ERROR,
			"Declaration stands on itself", """
			A feed that is fed by itself never has power, a template that extends itself has no values, and below a
			virtual machine that stands on itself there is no host. A switch that is
			its own peer is joined with nothing. Rings of switches are legal and not meant here.""", """
			Take one of the relations in the circle away.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
