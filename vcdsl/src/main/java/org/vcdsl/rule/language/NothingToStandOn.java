package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** A workload for which no platform suits. */
public final class NothingToStandOn implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD115", "nothing-to-stand-on", Severity.ERROR,
			"Workload has nothing to stand on", """
			A workload without 'on' may stand on any host of the topology that suits it: a hypervisor for
			virtual machines, an engine for containers. Where there is none, nothing can be placed.""", """
			Declare a host that suits, or write 'on' and what it shall stand on.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
