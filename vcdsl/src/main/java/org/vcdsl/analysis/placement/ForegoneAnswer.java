package org.vcdsl.analysis.placement;

import java.util.List;

import org.vcdsl.topology.Constraint;

/**
 * A constraint of which it is certain, before anything is placed, whether it is kept.
 *
 * @param workloads names of those because of which it is; of a constraint that is never kept, the ones that cannot keep it
 * @param reason why, as a sentence without its full stop
 */
public record ForegoneAnswer(Constraint constraint, Outcome outcome, List<String> workloads, String reason) {

	/** What every placement does. */
	public enum Outcome {
		/** No placement breaks it: it changes nothing. */
		NEVER_BROKEN,
		/** No placement keeps it. */
		NEVER_KEPT
	}

	public ForegoneAnswer {
		workloads = List.copyOf(workloads);
	}
}
