package org.vcdsl.rule.language;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked while the topology is resolved. */
public final class PortsDoNotMatchReplicas implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD110", "ports-do-not-match-replicas", Severity.ERROR,
			"Replicas and published host ports differ in number", """
			Each replica on a host answers on a host port of its own: two cannot share one, and a port without a
			replica answers nobody.""", """
			Publish a range with as many host ports as there are replicas. Pods of a Kubernetes cluster may publish one
			port: its scheduler puts each on a node of its own.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
