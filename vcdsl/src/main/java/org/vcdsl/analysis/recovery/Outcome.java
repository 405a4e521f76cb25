package org.vcdsl.analysis.recovery;

import java.util.List;

import org.vcdsl.analysis.placement.Obligation;

/** What becomes of a workload that says {@code recover auto} when its host is lost. */
public sealed interface Outcome {

	/**
	 * It is started elsewhere, or what it stands on is: proved by a placement.
	 *
	 * @param platform name of what it stands on then
	 */
	record ComesBack(String platform) implements Outcome {
	}

	/**
	 * It is not started elsewhere, whatever becomes of others.
	 *
	 * @param reason as a clause: {@code nobody manages the hypervisor of 'alpha'}
	 */
	record StaysDown(String reason) implements Outcome {
	}

	/**
	 * Managers would start it and others, and not all of them find a place: refuted by obligations that contradict each other.
	 *
	 * @param group names of those that do not all come back, itself among them
	 */
	record NotAll(List<String> group, List<Obligation> contradicting) implements Outcome {

		public NotAll {
			group = List.copyOf(group);
			contradicting = List.copyOf(contradicting);
		}
	}

	/**
	 * Neither is known.
	 *
	 * @param reason as a clause: {@code nobody stated where volume 'data' stands}
	 */
	record Unknown(String reason) implements Outcome {
	}
}
