package org.vcdsl.analysis.placement;

import java.util.List;

import org.vcdsl.topology.Constraint;

/**
 * Whether a placement keeps a constraint.
 *
 * @param offenders names of the workloads because of which it does not, the first that one would move first
 * @param reason what was found, as a sentence without its full stop; empty when it is kept
 */
public record ConstraintAnswer(Constraint constraint, Verdict verdict, List<String> offenders, String reason) {

	/** Kept, broken, or not to be told from what is stated. */
	public enum Verdict {
		KEPT, BROKEN, UNKNOWN
	}

	public ConstraintAnswer {
		offenders = List.copyOf(offenders);
	}
}
