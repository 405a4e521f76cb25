package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * What must be up for what: a success graph, the dual of a fault tree. A <em>gate</em> is up when at least k of its n inputs are
 * up; a <em>basic event</em> is up until it occurs. All gates are monotone, so the system is coherent.
 *
 * <p>Gates may depend on each other in circles (switches in a ring). Their state is the least fixed point: what only holds itself
 * up is down.
 *
 * <p><b>Single events.</b> A gate with n distinct inputs fails under a set of failed nodes exactly when more than n - k of its
 * inputs fail. {@link #whenFails} therefore counts, from one event upwards, the failed inputs of each gate and goes on from a gate
 * only when its count passes n - k. This is exact for shared events too, because each event is judged alone and nothing is assumed
 * independent. It touches only the gates that lose an input: the cost is linear in their number, whatever the size of the graph; a
 * circle that loses an input is evaluated anew as a whole. See W. E. Vesely et al., Fault Tree Handbook, NUREG-0492, 1981, for
 * coherent trees and minimal cut sets.
 *
 * <p>Not safe for use by several threads at once.
 */
final class SuccessGraph {

	private final int[] required;
	private final int[][] inputs;
	private final int[][] dependents;
	private final int[] circleOf;
	private final List<int[]> circles;
	private final BitSet downFromTheStart;
	/** How many inputs each gate may lose, those that are down from the start not counted again. */
	private final int[] spare;

	private final int[] lost;
	private final int[] lostIn;
	private final BitSet failed;
	private int run;

	private SuccessGraph(int[] required, int[][] inputs) {
		this.required = required;
		this.inputs = inputs;
		this.dependents = reversed(inputs);
		this.circleOf = new int[required.length];
		this.circles = circles(inputs, circleOf);
		this.lost = new int[required.length];
		this.lostIn = new int[required.length];
		this.failed = new BitSet(required.length);
		this.downFromTheStart = leastFixedPoint();
		this.spare = spare();
	}

	/** Whether a node is down although no event has occurred. */
	boolean isDownFromTheStart(int node) {
		return downFromTheStart.get(node);
	}

	/**
	 * Names every node that is down once one event has occurred and was not down before, the event itself first. Precondition: the
	 * node is a basic event.
	 */
	void whenFails(int event, IntConsumer down) {
		run++;
		failed.clear();
		var reached = new ArrayDeque<Integer>();
		fail(event, reached, down);
		while (!reached.isEmpty()) {
			for (var gate : dependents[reached.remove()]) {
				if (!isUp(gate)) {
					continue;
				}
				lost[gate] = lostIn[gate] == run ? lost[gate] + 1 : 1;
				lostIn[gate] = run;
				if (circleOf[gate] >= 0) {
					failUnsupported(circles.get(circleOf[gate]), reached, down);
				} else if (lost[gate] > spare[gate]) {
					fail(gate, reached, down);
				}
			}
		}
	}

	private int[] spare() {
		var spare = new int[required.length];
		for (var gate = 0; gate < required.length; gate++) {
			for (var input : inputs[gate]) {
				if (!downFromTheStart.get(input)) {
					spare[gate]++;
				}
			}
			spare[gate] -= required[gate];
		}
		return spare;
	}

	private void fail(int node, ArrayDeque<Integer> reached, IntConsumer down) {
		failed.set(node);
		reached.add(node);
		down.accept(node);
	}

	private boolean isUp(int node) {
		return !failed.get(node) && !downFromTheStart.get(node);
	}

	/** Fails the members of a circle that nothing outside of it holds up any more. */
	private void failUnsupported(int[] circle, ArrayDeque<Integer> reached, IntConsumer down) {
		var supported = supported(circle, this::isUp);
		for (var member : circle) {
			if (isUp(member) && !supported.get(member)) {
				fail(member, reached, down);
			}
		}
	}

	/** The members of a circle that are up when the given nodes outside of it are, by least fixed point. */
	private BitSet supported(int[] circle, IntPredicate up) {
		var supported = new BitSet(required.length);
		var candidates = new ArrayDeque<Integer>();
		Arrays.stream(circle).forEach(candidates::add);
		while (!candidates.isEmpty()) {
			int member = candidates.remove();
			if (supported.get(member) || !up.test(member)) {
				continue;
			}
			var holding = 0;
			for (var input : inputs[member]) {
				var inside = circleOf[input] == circleOf[member];
				if (inside ? supported.get(input) : up.test(input)) {
					holding++;
				}
			}
			if (holding >= required[member]) {
				supported.set(member);
				for (var dependent : dependents[member]) {
					if (circleOf[dependent] == circleOf[member]) {
						candidates.add(dependent);
					}
				}
			}
		}
		return supported;
	}

	/** The nodes that are down although no event has occurred. */
	private BitSet leastFixedPoint() {
		var up = new BitSet(required.length);
		var holding = new int[required.length];
		var reached = new ArrayDeque<Integer>();
		for (var node = 0; node < required.length; node++) {
			if (required[node] <= 0) {
				up.set(node);
				reached.add(node);
			}
		}
		while (!reached.isEmpty()) {
			for (var gate : dependents[reached.remove()]) {
				holding[gate]++;
				if (!up.get(gate) && holding[gate] >= required[gate]) {
					up.set(gate);
					reached.add(gate);
				}
			}
		}
		var down = new BitSet(required.length);
		down.set(0, required.length);
		down.andNot(up);
		return down;
	}

	private static int[][] reversed(int[][] inputs) {
		var counts = new int[inputs.length];
		for (var gate : inputs) {
			for (var input : gate) {
				counts[input]++;
			}
		}
		var reversed = new int[inputs.length][];
		for (var node = 0; node < inputs.length; node++) {
			reversed[node] = new int[counts[node]];
		}
		for (var gate = inputs.length - 1; gate >= 0; gate--) {
			for (var input : inputs[gate]) {
				reversed[input][--counts[input]] = gate;
			}
		}
		return reversed;
	}

	/**
	 * The strongly connected components of more than one node, or with an input of their own; {@code circleOf} names each node's, or
	 * -1. R. Tarjan, Depth-first search and linear graph algorithms, 1972, with a stack of its own; linear.
	 */
	private static List<int[]> circles(int[][] inputs, int[] circleOf) {
		Arrays.fill(circleOf, -1);
		var circles = new ArrayList<int[]>();
		var index = new int[inputs.length];
		var low = new int[inputs.length];
		var next = new int[inputs.length];
		var onPath = new BitSet(inputs.length);
		var path = new ArrayDeque<Integer>();
		var open = new ArrayDeque<Integer>();
		var visited = 0;
		for (var start = 0; start < inputs.length; start++) {
			if (index[start] > 0) {
				continue;
			}
			open.push(start);
			while (!open.isEmpty()) {
				int node = open.peek();
				if (index[node] == 0) {
					index[node] = low[node] = ++visited;
					path.push(node);
					onPath.set(node);
				}
				if (next[node] < inputs[node].length) {
					var input = inputs[node][next[node]++];
					if (index[input] == 0) {
						open.push(input);
					} else if (onPath.get(input)) {
						low[node] = Math.min(low[node], index[input]);
					}
					continue;
				}
				open.pop();
				if (!open.isEmpty()) {
					low[open.peek()] = Math.min(low[open.peek()], low[node]);
				}
				if (low[node] == index[node]) {
					var members = new ArrayList<Integer>();
					int member;
					do {
						member = path.pop();
						onPath.clear(member);
						members.add(member);
					} while (member != node);
					if (members.size() > 1 || Arrays.stream(inputs[node]).anyMatch(input -> input == node)) {
						members.forEach(inCircle -> circleOf[inCircle] = circles.size());
						circles.add(members.stream().mapToInt(Integer::intValue).toArray());
					}
				}
			}
		}
		return circles;
	}

	/** Collects nodes; a gate may be declared before its inputs are known. */
	static final class Builder {

		private final List<Integer> required = new ArrayList<>();
		private final List<int[]> inputs = new ArrayList<>();

		/** A new basic event. */
		int event() {
			return gate(0);
		}

		/** A new gate whose inputs follow by {@link #define}. */
		int declare() {
			return gate(1);
		}

		/** A new gate that is up when at least {@code k} of the nodes are, each counted once. */
		int gate(int k, int... nodes) {
			required.add(k);
			inputs.add(Arrays.stream(nodes).distinct().toArray());
			return required.size() - 1;
		}

		/** A new gate that is up when all nodes are. */
		int all(List<Integer> nodes) {
			var gate = declare();
			define(gate, nodes.size(), nodes);
			return gate;
		}

		/** A new gate that is never up. */
		int never() {
			return gate(1);
		}

		/** Gives a declared gate its inputs, each counted once: all of them needed when {@code k} is their number. */
		void define(int gate, int k, List<Integer> nodes) {
			var distinct = nodes.stream().mapToInt(Integer::intValue).distinct().toArray();
			required.set(gate, k == nodes.size() ? distinct.length : k);
			inputs.set(gate, distinct);
		}

		SuccessGraph build() {
			return new SuccessGraph(required.stream().mapToInt(Integer::intValue).toArray(), inputs.toArray(int[][]::new));
		}
	}
}
