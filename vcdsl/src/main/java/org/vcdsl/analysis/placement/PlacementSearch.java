package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.topology.Workload;

/**
 * Looks for a placement of some workloads that keeps all obligations, while all others stay where they are; and where there is none, for
 * the obligations to give up, the least important first, and for those that contradict each of them. Obligations come in the order of
 * their importance.
 *
 * <p>An answer is found, or proved not to be there; after some effort it is unknown, and nothing is said. Conflicts
 * are minimal: without any of their obligations the rest could be kept, unless proving that took too long.
 */
final class PlacementSearch {

	private final PlacementModel model;
	private final boolean isComplete;
	private final List<PlacementConflict> conflicts = new ArrayList<>();

	/**
	 * What is found.
	 *
	 * @param places by the name of the workload; absent when the search was given up
	 * @param conflicts each with another obligation that is given up
	 */
	record Found(Optional<Map<String, String>> places, List<PlacementConflict> conflicts) {
	}

	/** @param isComplete whether everything that has a choice is among the workloads of the model */
	PlacementSearch(PlacementModel model, boolean isComplete) {
		this.model = model;
		this.isComplete = isComplete;
	}

	Found search() {
		var kept = new ArrayList<>(model.obligations());
		while (true) {
			var crowded = model.crowded(kept);
			switch (crowded.isEmpty() ? model.solve(kept) : SatModel.Answer.CONTRADICTORY) {
				case SATISFIABLE -> {
					return new Found(Optional.of(model.places()), List.copyOf(conflicts));
				}
				case UNKNOWN -> {
					return new Found(Optional.empty(), List.copyOf(conflicts));
				}
				case CONTRADICTORY -> kept.remove(giveUp(smallest(crowded.isEmpty() ? model.contradicting(kept) : crowded)));
			}
		}
	}

	/** Takes away what a contradiction does not need. */
	private List<Obligation> smallest(List<Obligation> contradicting) {
		var needed = new ArrayList<>(contradicting);
		for (var obligation : contradicting.reversed()) {
			var without = needed.stream().filter(other -> !other.equals(obligation)).toList();
			if (!model.crowded(without).isEmpty() || model.solve(without) == SatModel.Answer.CONTRADICTORY) {
				needed.remove(obligation);
			}
		}
		return needed;
	}

	private Obligation giveUp(List<Obligation> contradicting) {
		var last = contradicting.getLast();
		conflicts.add(new PlacementConflict(last, contradicting.subList(0, contradicting.size() - 1), isComplete, declarations()));
		return last;
	}

	private List<String> declarations() {
		return model.workloads().stream().map(Workload::declaration).distinct().toList();
	}
}
