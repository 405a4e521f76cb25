package org.vcdsl.rule.kernel;

import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.finding.Severity;

/** How much verdicts matter. */
final class Severities {

	private Severities() {
	}

	static Severity of(Verdict verdict) {
		return switch (verdict) {
			case FAILS -> Severity.ERROR;
			case UNSUPPORTED, DEGRADED -> Severity.WARNING;
			case UNKNOWN, RUNS -> Severity.INFO;
		};
	}
}
