package org.vcdsl.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.analysis.placement.PlacementConflict;

/** Why a placement cannot keep something, as a sentence. */
public final class Conflicts {

	private Conflicts() {
	}

	/** {@code No placement keeps both 'must apart a, b by host' and enough memory for all.} */
	public static String sentence(PlacementConflict conflict) {
		var labels = new ArrayList<String>();
		conflict.others().forEach(other -> labels.add(other.label()));
		labels.add(conflict.givenUp().label());
		var isCapacity = conflict.others().isEmpty() && conflict.givenUp() instanceof Obligation.Capacity;
		return "No placement %s %s%s.".formatted(isCapacity ? "has" : "keeps", listed(labels),
				conflict.isCertain() ? "" : ", with what was placed before where it is");
	}

	private static String listed(List<String> labels) {
		if (labels.size() == 1) {
			return labels.getFirst();
		}
		return (labels.size() == 2 ? "both " : "all of ") + labels.stream().limit(labels.size() - 1L).collect(Collectors.joining(", "))
				+ " and " + labels.getLast();
	}
}
