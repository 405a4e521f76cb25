package org.vcdsl.analysis.isolation;

import java.util.ArrayList;
import java.util.List;

/**
 * How an intruder gets from one thing to another, step by step; no step when it is there already.
 */
public record AttackPath(List<Step> steps) {

	/** At the goal. */
	static final AttackPath ARRIVED = new AttackPath(List.of());

	public AttackPath {
		steps = List.copyOf(steps);
	}

	/**
	 * From one thing to the next.
	 *
	 * @param from name of a host or workload
	 * @param to the same
	 */
	public record Step(Kind kind, String from, String to) {
	}

	/** What makes a step possible. */
	public enum Kind {
		/** A container breaks out to the kernel of what it stands on. */
		BREAKS_OUT,
		/** A kernel has what stands on it in its hands. */
		CARRIES,
		/** A manager, or a member of a control plane, has what it manages in its hands. */
		CONTROLS
	}

	/** This path with a step in front. */
	AttackPath precededBy(Kind kind, String from, String to) {
		var longer = new ArrayList<>(List.of(new Step(kind, from, to)));
		longer.addAll(steps);
		return new AttackPath(longer);
	}
}
