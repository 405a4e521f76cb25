package org.vcdsl.analysis.scheduling;

import java.util.List;

import org.vcdsl.topology.FailureDomain;

/**
 * What a scheduler is told of a group of pods, in the words of Kubernetes: <em>hard</em> is what it never breaks when it puts a pod
 * somewhere, everything else it prefers.
 */
public sealed interface SchedulingTerm {

	/** Whether a pod is left waiting rather than put where this is broken. */
	boolean isHard();

	/**
	 * No failure domain in which one of its nodes stands holds over {@code skew} more of these pods than another.
	 *
	 * @param declarations names of the declarations whose pods are counted
	 * @param pods how many pods that are
	 * @param skew at least 1
	 */
	record Spread(List<String> declarations, int pods, FailureDomain domain, int skew, boolean isHard) implements SchedulingTerm {

		public Spread {
			declarations = List.copyOf(declarations);
		}
	}

	/**
	 * It shares no failure domain with any of these pods.
	 *
	 * @param declarations names of the declarations they are of, perhaps its own among them
	 */
	record Apart(List<String> declarations, FailureDomain domain, boolean isHard) implements SchedulingTerm {

		public Apart {
			declarations = List.copyOf(declarations);
		}
	}

	/**
	 * It shares a failure domain with these pods.
	 *
	 * @param declarations names of the declarations they are of, its own among them
	 */
	record Together(List<String> declarations, FailureDomain domain, boolean isHard) implements SchedulingTerm {

		public Together {
			declarations = List.copyOf(declarations);
		}
	}

	/**
	 * It rather stands on one of these than on another of its nodes.
	 *
	 * @param nodes names of hosts and virtual machines, some of its nodes
	 */
	record Preferred(List<String> nodes) implements SchedulingTerm {

		public Preferred {
			nodes = List.copyOf(nodes);
		}

		@Override
		public boolean isHard() {
			return false;
		}
	}
}
