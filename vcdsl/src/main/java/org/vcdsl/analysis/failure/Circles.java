package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The circles of a graph: its strongly connected components of more than one node, or of one that is an input of its own.
 *
 * <p>R. Tarjan, Depth-first search and linear graph algorithms, 1972, with a stack of its own; linear.
 */
public final class Circles {

	private final int[][] inputs;
	private final List<int[]> circles = new ArrayList<>();
	private final int[] index;
	private final int[] low;
	private final int[] next;
	private final BitSet onPath;
	private final ArrayDeque<Integer> path = new ArrayDeque<>();
	private final ArrayDeque<Integer> open = new ArrayDeque<>();
	private int visited;

	private Circles(int[][] inputs) {
		this.inputs = inputs;
		this.index = new int[inputs.length];
		this.low = new int[inputs.length];
		this.next = new int[inputs.length];
		this.onPath = new BitSet(inputs.length);
	}

	/**
	 * The nodes of each circle; a circle comes behind those it depends on.
	 *
	 * @param inputs for each node the nodes it depends on
	 */
	public static List<int[]> of(int[][] inputs) {
		var circles = new Circles(inputs);
		for (var node = 0; node < inputs.length; node++) {
			if (circles.index[node] == 0) {
				circles.visit(node);
			}
		}
		return circles.circles;
	}

	private void visit(int start) {
		open.push(start);
		while (!open.isEmpty()) {
			int node = open.peek();
			if (index[node] == 0) {
				index[node] = low[node] = ++visited;
				path.push(node);
				onPath.set(node);
			}
			if (next[node] < inputs[node].length) {
				follow(node, inputs[node][next[node]++]);
			} else {
				leave(node);
			}
		}
	}

	private void follow(int node, int input) {
		if (index[input] == 0) {
			open.push(input);
		} else if (onPath.get(input)) {
			low[node] = Math.min(low[node], index[input]);
		}
	}

	private void leave(int node) {
		open.pop();
		if (!open.isEmpty()) {
			low[open.peek()] = Math.min(low[open.peek()], low[node]);
		}
		if (low[node] == index[node]) {
			var members = component(node);
			if (members.size() > 1 || Arrays.stream(inputs[node]).anyMatch(input -> input == node)) {
				circles.add(members.stream().mapToInt(Integer::intValue).toArray());
			}
		}
	}

	private List<Integer> component(int root) {
		var members = new ArrayList<Integer>();
		int member;
		do {
			member = path.pop();
			onPath.clear(member);
			members.add(member);
		} while (member != root);
		return members;
	}
}
