package org.vcdsl.analysis.recovery;

/**
 * How much is still looked at, counted and never timed, so that the same text gets the same answers on every machine. Searches take time
 * in the size of the topology, and those that are given up much more.
 */
final class Effort {

	/** Workloads, and candidates of those that are lost, each time they are looked at: some seconds. */
	private static final long WORKLOADS = 3_000_000;
	private static final int GIVEN_UP = 5;

	private long workloads = WORKLOADS;
	private int givenUp = GIVEN_UP;

	/** Whether so many more may be looked at. */
	boolean spend(int more) {
		workloads -= more;
		return workloads >= 0 && givenUp > 0;
	}

	/** Notes that a search was given up. */
	void giveUp() {
		givenUp--;
	}
}
