package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Circles of a success graph that stay up once they are up, and never come up by themselves: what of them is up only in the greatest
 * fixed point.
 *
 * <p>Whatever holds without a circle rises first (the least fixed point, by counting upwards). Then each circle is looked at behind
 * those it depends on, with these taken for started: its members that still have not risen wait for each other. Linear in gates and
 * inputs.
 */
final class ColdCircles {

	private final int[] required;
	private final int[][] dependents;
	private final int[] holding;
	private final BitSet up;
	private final ArrayDeque<Integer> risen = new ArrayDeque<>();

	private ColdCircles(int[] required, int[][] dependents) {
		this.required = required;
		this.dependents = dependents;
		this.holding = new int[required.length];
		this.up = new BitSet(required.length);
	}

	/**
	 * The members of each such circle that wait, ascending.
	 *
	 * @param downAnyway nodes that are down even in the greatest fixed point
	 */
	static List<int[]> of(int[] required, int[][] inputs, int[][] dependents, IntPredicate downAnyway) {
		var cold = new ColdCircles(required, dependents);
		for (var node = 0; node < required.length; node++) {
			if (required[node] == 0) {
				cold.raise(node);
			}
		}
		var waiting = new ArrayList<int[]>();
		for (var circle : Circles.of(inputs)) {
			cold.raiseDependents();
			var members = Arrays.stream(circle).filter(node -> !cold.up.get(node) && !downAnyway.test(node)).sorted().toArray();
			if (members.length > 0) {
				waiting.add(members);
				Arrays.stream(members).forEach(cold::raise);
			}
		}
		return waiting;
	}

	private void raise(int node) {
		if (!up.get(node)) {
			up.set(node);
			risen.push(node);
		}
	}

	private void raiseDependents() {
		while (!risen.isEmpty()) {
			for (var gate : dependents[risen.pop()]) {
				if (++holding[gate] >= required[gate]) {
					raise(gate);
				}
			}
		}
	}
}
