package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** More elements than can be meant. */
public final class TooManyElements implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD116", "too-many-elements", Severity.ERROR,
			"Topology has more than a million elements", """
			Ranges and replicas make many elements from few words, and a group of switches that are each other's peers
			makes many links. Beyond a million a slip is far more likely than a datacentre, so nothing is made of it.""", """
			Correct the range or the number of replicas, or split the topology into several root packages.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
