package org.vcdsl.analysis.kernel.catalogue;

/** How well a workload runs on a kernel, best first; unknown is last because it must be settled before anything else is. */
public enum Verdict {
	RUNS, DEGRADED,
	/** It may well run, but its vendor does not stand by it. */
	UNSUPPORTED, FAILS,
	/** Asked, and not answered by what is stated and known. */
	UNKNOWN
}
