package org.vcdsl.analysis.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names in sets, of which two become one again and again.
 *
 * <p>The smaller set moves into the larger one, so that a name moves at most as often as sets can double: n joins take time in n log n (A.
 * Aho, J. Hopcroft, J. Ullman, The Design and Analysis of Computer Algorithms, 1974, section 4.6).
 */
final class DisjointSets {

	private final Map<String, List<String>> sets = new HashMap<>();

	/** The name that stands for the set around this one. */
	String around(String name) {
		return set(name).getFirst();
	}

	void join(String one, String other) {
		if (set(one) != set(other)) {
			var bySize = Stream.of(set(one), set(other)).sorted(Comparator.comparingInt(List::size)).toList();
			bySize.getLast().addAll(bySize.getFirst());
			bySize.getFirst().forEach(name -> sets.put(name, bySize.getLast()));
		}
	}

	private List<String> set(String name) {
		return sets.computeIfAbsent(name, alone -> new ArrayList<>(List.of(alone)));
	}
}
