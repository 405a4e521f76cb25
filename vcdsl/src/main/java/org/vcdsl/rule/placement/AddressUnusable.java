package org.vcdsl.rule.placement;

import java.util.List;

import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleDescription;

/** Checked by the pipeline, which has the placement file. */
public final class AddressUnusable implements Rule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD607", "address-unusable", Severity.ERROR,
			"Kept address cannot be used", """
			A placement file, 'PACKAGE.placement.json', keeps the addresses that somebody gave workloads, and artefacts use them.
			One that is not of its network, that means the network or everybody in it, or that belongs to a host or to another
			workload would leave a machine that cannot be reached, or two that are reached in turn. Such an address is not used: the
			workload gets one as if none were kept.""", """
			Correct the address in the file, or the text of the package; the finding stands at the address.""", List.of(
					"RFC 1122, section 3.2.1.3", "RFC 3021, Using 31-Bit Prefixes on IPv4 Point-to-Point Links"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}
}
