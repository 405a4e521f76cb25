package org.vcdsl.analysis.failure;

import java.util.List;

import org.vcdsl.topology.Service;

/**
 * Whether a service survives what it is meant to survive.
 *
 * @param elements what refutes it: names of failure domains each of which takes the service down; or what leaves it open: names of
 *        hosts and switches, or of volumes, of which nobody stated where they stand
 */
public record SurvivalAnswer(Service service, Service.Survival goal, Verdict verdict, List<String> elements) {

	/** What can be said of a goal. */
	public enum Verdict {
		PROVEN, REFUTED,
		/** The service is down although nothing is lost. */
		DOWN_ANYWAY,
		/** The service rests on something of which nobody stated in which failure domain of the kind it stands, if in any. */
		UNSTATED,
		/** The service rests on a volume of which nobody stated where it stands. */
		UNDEVELOPED,
		/**
		 * The service rests on pods that the scheduler of an orchestrator may put so that the loss takes too many of them; the elements are
		 * the names of their declarations.
		 */
		LEFT_TO_SCHEDULER,
		/** Losses of several failure domains at once are not judged. */
		NOT_SINGLE
	}

	public SurvivalAnswer {
		elements = List.copyOf(elements);
	}
}
