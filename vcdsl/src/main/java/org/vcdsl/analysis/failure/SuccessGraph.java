package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * What must be up for what: a success graph, the dual of a fault tree. A <em>gate</em> is up when at least k of its n inputs are
 * up; a <em>basic event</em> is up until it occurs. All gates are monotone, so the system is coherent.
 *
 * <p><b>Circles.</b> Gates may depend on each other in circles. What the gates of a circle are, given everything outside of it, is a
 * fixed point, and each gate says which: by the <em>least</em> one, what only holds itself up is down (switches that feed each other);
 * by the <em>greatest</em> one it is up (workloads that need each other and run). All gates of one circle say the same.
 *
 * <p><b>Single events.</b> {@link #whenFails} starts from a state in which more is up and takes down what has lost too much: from one
 * event upwards it counts the failed inputs of each gate and goes on from a gate only when its count passes n - k. Gates in a least
 * circle are left out of the counting; when nothing else is left to do, each such circle that lost an input is evaluated as a
 * whole, circles that others depend on first. The state before any event is found in the same way, from one in which everything is up.
 *
 * <p>This is exact. <i>Only what is down is taken down:</i> more than n - k inputs of a gate are down, or even with all that is not
 * taken down yet nothing outside of the circle holds it up; since gates are monotone, it is down whatever else fails. <i>All that
 * is down is taken down:</i> what is left in the end satisfies every gate and every least circle. Going through the strongly connected
 * components, inputs first, with the right state before each: a least circle has its least fixed point because it was evaluated after its
 * last input was lost; in any other component what is left supports itself, so it is part of the greatest fixed point (Knaster and
 * Tarski), and by the first half it is all of it. Nothing is assumed independent: each event is judged alone, so shared events do no
 * harm.
 *
 * <p><b>Cost.</b> Only the gates that lose an input are touched, and each least circle that does, once: linear in their number and
 * inputs, whatever the size of the graph. See W. E. Vesely et al., Fault Tree Handbook, NUREG-0492, 1981, for coherent trees and minimal cut
 * sets.
 *
 * <p>Not safe for use by several threads at once.
 */
final class SuccessGraph {

	/** What the gates of a circle are when nothing outside of it decides. */
	enum FixedPoint {
		/** Down: none of them could ever have come up. */
		LEAST,
		/** Up: none of them has a reason to go down. */
		GREATEST
	}

	private static final int NONE = -1;

	private final int[] required;
	private final int[][] inputs;
	private final int[][] dependents;
	/** The least circles, inputs first. */
	private final List<int[]> circles;
	private final int[] circleOf;
	private final BitSet downFromTheStart;
	/** How many inputs each gate may lose, those that are down from the start not counted again. */
	private final int[] spare;

	private final int[] lost;
	private final int[] lostIn;
	private final int[] failedIn;
	private final int[] heldIn;
	private final int[] holding;
	private final int[] dirtyIn;
	private final PriorityQueue<Integer> dirty = new PriorityQueue<>();
	private final Stack failures = new Stack();
	private int run;

	private SuccessGraph(int[] required, int[][] inputs, BitSet greatest) {
		this.required = required;
		this.inputs = inputs;
		this.dependents = reversed(inputs);
		this.circleOf = new int[required.length];
		this.circles = leastCircles(greatest);
		this.downFromTheStart = new BitSet(required.length);
		this.spare = new int[required.length];
		this.lost = new int[required.length];
		this.lostIn = new int[required.length];
		this.failedIn = new int[required.length];
		this.heldIn = new int[required.length];
		this.holding = new int[required.length];
		this.dirtyIn = new int[circles.size()];
		start();
	}

	/** Whether a node is down although no event has occurred. */
	boolean isDownFromTheStart(int node) {
		return downFromTheStart.get(node);
	}

	/** How many gates a node is an input of. */
	int dependents(int node) {
		return dependents[node].length;
	}

	/** The nodes of each circle that is up, and that nothing outside of it would bring up if it were not. */
	List<int[]> coldCircles() {
		return ColdCircles.of(required, inputs, dependents, this::isDownFromTheStart);
	}

	/**
	 * Names every node that is down once one event has occurred and was not down before, the event itself first. Precondition: the
	 * node is a basic event.
	 */
	void whenFails(int event, IntConsumer down) {
		run++;
		fail(event, down);
		propagate(down);
	}

	/** Finds what is down from the start, and how many inputs each gate can lose from then on. */
	private void start() {
		run++;
		for (var gate = 0; gate < required.length; gate++) {
			spare[gate] = inputs[gate].length - required[gate];
			if (spare[gate] < 0 && circleOf[gate] == NONE) {
				fail(gate, downFromTheStart::set);
			}
		}
		for (var circle = 0; circle < circles.size(); circle++) {
			markDirty(circle);
		}
		propagate(downFromTheStart::set);
		for (var gate = 0; gate < required.length; gate++) {
			spare[gate] -= lostIn[gate] == run ? lost[gate] : 0;
		}
	}

	/** Takes down whatever has lost too much, until nothing has. */
	private void propagate(IntConsumer down) {
		while (true) {
			if (!failures.isEmpty()) {
				loseInput(failures.pop(), down);
			} else if (!dirty.isEmpty()) {
				failUnsupported(circles.get(dirty.remove()), down);
			} else {
				return;
			}
		}
	}

	private void loseInput(int node, IntConsumer down) {
		for (var gate : dependents[node]) {
			lost[gate] = lostIn[gate] == run ? lost[gate] + 1 : 1;
			lostIn[gate] = run;
			if (!isUp(gate)) {
				continue;
			}
			if (circleOf[gate] == NONE) {
				if (lost[gate] > spare[gate]) {
					fail(gate, down);
				}
			} else if (circleOf[gate] != circleOf[node]) {
				markDirty(circleOf[gate]);
			}
		}
	}

	private void fail(int node, IntConsumer down) {
		failedIn[node] = run;
		failures.push(node);
		down.accept(node);
	}

	private boolean isUp(int node) {
		return failedIn[node] != run && !downFromTheStart.get(node);
	}

	private void markDirty(int circle) {
		if (dirtyIn[circle] != run) {
			dirtyIn[circle] = run;
			dirty.add(circle);
		}
	}

	/** Fails the members of a least circle that nothing outside of it holds up, directly or by way of others. */
	private void failUnsupported(int[] circle, IntConsumer down) {
		var held = new Stack();
		for (var member : circle) {
			holding[member] = 0;
			for (var input : inputs[member]) {
				if (circleOf[input] != circleOf[member] && isUp(input)) {
					holding[member]++;
				}
			}
			if (holding[member] >= required[member]) {
				hold(member, held);
			}
		}
		while (!held.isEmpty()) {
			var member = held.pop();
			for (var gate : dependents[member]) {
				if (circleOf[gate] == circleOf[member] && ++holding[gate] == required[gate]) {
					hold(gate, held);
				}
			}
		}
		for (var member : circle) {
			if (heldIn[member] != run && isUp(member)) {
				fail(member, down);
			}
		}
	}

	private void hold(int member, Stack held) {
		if (isUp(member) && heldIn[member] != run) {
			heldIn[member] = run;
			held.push(member);
		}
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

	/** Finds the circles whose gates ask for the least fixed point, and says of each node in which of them it is. */
	private List<int[]> leastCircles(BitSet greatest) {
		Arrays.fill(circleOf, NONE);
		var least = new ArrayList<int[]>();
		for (var circle : Circles.of(inputs)) {
			var kind = greatest.get(circle[0]);
			for (var member : circle) {
				if (greatest.get(member) != kind) {
					throw new IllegalStateException("Gates of one circle ask for different fixed points");
				}
				circleOf[member] = kind ? NONE : least.size();
			}
			if (!kind) {
				least.add(circle);
			}
		}
		return least;
	}

	/** Collects nodes; a gate may be declared before its inputs are known. */
	static final class Builder {

		private final List<Integer> required = new ArrayList<>();
		private final List<int[]> inputs = new ArrayList<>();
		private final BitSet greatest = new BitSet();

		/** A new basic event. */
		int event() {
			return gate(0);
		}

		/** A new gate whose inputs follow by {@link #define}; it is never up if they do not. */
		int declare() {
			return gate(1);
		}

		/** The same, saying what it is in circles: those of {@link #declare()} ask for the least fixed point. */
		int declare(FixedPoint inCircles) {
			var gate = declare();
			greatest.set(gate, inCircles == FixedPoint.GREATEST);
			return gate;
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

		/** Gives a declared gate its inputs, each counted once: all of them needed when {@code k} is their number. */
		void define(int gate, int k, List<Integer> nodes) {
			var distinct = nodes.stream().mapToInt(Integer::intValue).distinct().toArray();
			required.set(gate, k == nodes.size() ? distinct.length : k);
			inputs.set(gate, distinct);
		}

		SuccessGraph build() {
			return new SuccessGraph(required.stream().mapToInt(Integer::intValue).toArray(), inputs.toArray(int[][]::new), greatest);
		}
	}

	/** Nodes that wait, the latest first. */
	private static final class Stack {

		private int[] nodes = new int[16];
		private int size;

		boolean isEmpty() {
			return size == 0;
		}

		void push(int node) {
			if (size == nodes.length) {
				nodes = Arrays.copyOf(nodes, 2 * size);
			}
			nodes[size++] = node;
		}

		int pop() {
			return nodes[--size];
		}
	}
}
