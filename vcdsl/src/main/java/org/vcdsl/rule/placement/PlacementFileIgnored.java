package org.vcdsl.rule.placement;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the pipeline, which has the placement file. */
public final class PlacementFileIgnored implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD606", "placement-file-ignored", Severity.WARNING,
			"Placement file cannot be followed", """
			Workloads stay where 'PACKAGE.placement.json' keeps them, but what the text has changed since comes first: one leaves
			its place when that is no longer in its pool, or when staying would break a 'must'. Whoever carries the
			plan out has to know that it moves. A name in the file that the package does not have is an error, at its place
			in the file.""", """
			Move the workload, or let the text allow its old place. Then 'vcd plan --save-placement' writes the file
			anew.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
