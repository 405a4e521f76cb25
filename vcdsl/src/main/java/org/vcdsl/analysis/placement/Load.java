package org.vcdsl.analysis.placement;

import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Workload;

/**
 * What stands on a platform.
 *
 * @param memoryBytes asked for, as far as stated
 */
record Load(long memoryBytes, int workloads) {

	static final Load NONE = new Load(0, 0);

	static Load of(Workload workload) {
		return new Load(workload.memoryBytes().map(Demand::request).orElse(0L), 1);
	}

	Load plus(Load other) {
		return new Load(Math.addExact(memoryBytes, other.memoryBytes), workloads + other.workloads);
	}

	Load minus(Load other) {
		return new Load(memoryBytes - other.memoryBytes, workloads - other.workloads);
	}

	/**
	 * By the part of the memory that is asked for, then by number: below zero when this is the lighter one.
	 *
	 * @param memory in bytes of what this stands on, above zero
	 * @param otherMemory of what the other stands on
	 */
	int compareTo(Load other, long memory, long otherMemory) {
		var parts = compareProducts(memoryBytes, otherMemory, other.memoryBytes, memory);
		return parts != 0 ? parts : Integer.compare(workloads, other.workloads);
	}

	/** a * b against c * d, none of them negative, in 128 bits. */
	private static int compareProducts(long a, long b, long c, long d) {
		var high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
		return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
	}
}
