package org.vcdsl.analysis.placement;

import java.util.Comparator;

import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Workload;

/**
 * What stands on a platform.
 *
 * @param memoryBytes asked for, as far as stated
 */
record Load(long memoryBytes, int workloads) implements Comparable<Load> {

	static final Load NONE = new Load(0, 0);

	private static final Comparator<Load> LIGHTEST_FIRST = Comparator.comparingLong(Load::memoryBytes).thenComparingInt(Load::workloads);

	static Load of(Workload workload) {
		return new Load(workload.memoryBytes().map(Demand::request).orElse(0L), 1);
	}

	Load plus(Load other) {
		return new Load(Math.addExact(memoryBytes, other.memoryBytes), workloads + other.workloads);
	}

	/** By memory, then by number. */
	@Override
	public int compareTo(Load other) {
		return LIGHTEST_FIRST.compare(this, other);
	}
}
