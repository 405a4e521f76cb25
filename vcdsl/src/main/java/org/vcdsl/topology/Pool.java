package org.vcdsl.topology;

import java.util.List;

/**
 * What a workload may stand on.
 *
 * @param candidates names of distinct hosts or virtual machines, at least one, in the order of the topology
 */
public record Pool(List<String> candidates) {

	public Pool {
		candidates = List.copyOf(candidates);
		if (candidates.isEmpty()) {
			throw new IllegalArgumentException("A pool holds something");
		}
	}

	/** Just this one. */
	public static Pool of(String platform) {
		return new Pool(List.of(platform));
	}

	/** Whether the architect left no choice. */
	public boolean isFixed() {
		return candidates.size() == 1;
	}
}
