package org.vcdsl.analysis.placement;

import org.vcdsl.topology.FailureDomain;

/**
 * Why a workload is not placed somewhere.
 *
 * @param domain the kind of failure domain because of which it is refused, as is all else in that domain
 * @param isForGood whether nothing that is placed later makes room there for this workload, or for another like it
 */
record Refusal(FailureDomain domain, boolean isForGood) {

	/** The same, for one question only. */
	Refusal forNow() {
		return new Refusal(domain, false);
	}
}
