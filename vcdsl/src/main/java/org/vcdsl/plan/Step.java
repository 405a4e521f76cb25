package org.vcdsl.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One action of a plan and when it may run.
 *
 * @param id unique in the plan and stable: {@code define-network/beta/lan}
 * @param after ids of the steps that must be done first
 * @param wave from 1; steps of one wave may run side by side
 * @param estimate how long it takes by default
 * @param blockedBy id of the rule whose finding forbids it
 */
public record Step(String id, Action action, List<String> after, int wave, Duration estimate,
		Optional<String> blockedBy) {

	public Step {
		after = List.copyOf(after);
	}
}
