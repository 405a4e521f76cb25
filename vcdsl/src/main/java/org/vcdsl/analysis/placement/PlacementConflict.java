package org.vcdsl.analysis.placement;

import java.util.List;

/**
 * Obligations that cannot all be kept.
 *
 * @param givenUp the least important of them, which the placement does not keep
 * @param others with which it cannot be kept; taking one of these away, or {@code givenUp}, ends this conflict
 * @param isCertain whether no placement keeps all of them; else none does in which those stay where they are that were placed before:
 *        virtual machines, and what a placement file keeps
 * @param declarations of the workloads that were looked for a place together
 */
public record PlacementConflict(Obligation givenUp, List<Obligation> others, boolean isCertain, List<String> declarations) {

	public PlacementConflict {
		others = List.copyOf(others);
		declarations = List.copyOf(declarations);
	}
}
