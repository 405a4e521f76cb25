package org.vcdsl.plan;

import java.util.List;
import java.util.Optional;

import org.vcdsl.plan.Action.Creation;

/**
 * One action of a plan and when it may run.
 *
 * @param id unique in the plan and stable: {@code define-network/beta/lan}
 * @param after ids of the steps that must be done first
 * @param wave from 1; steps of one wave may run side by side
 * @param blockedBy id of the rule whose finding forbids it, or forbids a step it depends on
 */
public record Step(String id, Creation action, List<String> after, int wave, Estimate estimate,
		Optional<String> blockedBy) {

	public Step {
		after = List.copyOf(after);
	}

	/** Whether a finding forbids it. */
	public boolean isBlocked() {
		return blockedBy.isPresent();
	}
}
