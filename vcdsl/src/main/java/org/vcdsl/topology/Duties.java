package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * What is expected of a workload, and what it expects.
 *
 * @param needs what must be reachable before it works
 * @param recovery how it comes back elsewhere
 */
public record Duties(Optional<Role> role, List<Need> needs, Optional<Recovery> recovery) {

	/** Nothing is stated. */
	public static final Duties NONE = new Duties(Optional.empty(), List.of(), Optional.empty());

	public Duties {
		needs = List.copyOf(needs);
	}
}
