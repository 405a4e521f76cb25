package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.SuccessGraph.FixedPoint;

/** Single failures by counting upwards must equal evaluating the whole graph anew, for every event of every graph. */
class SuccessGraphTest {

	private static final int GRAPHS = 3_000;

	@Test
	void countingUpwardsEqualsEvaluatingAnewOnRandomGraphs() {
		for (var seed = 0; seed < GRAPHS; seed++) {
			var random = new Random(seed);
			var drawn = RandomGraph.draw(random, seed % 3);
			var graph = drawn.build();
			for (var event = 0; event < drawn.events; event++) {
				var failed = new BitSet();
				graph.whenFails(event, node -> {
					assertThat(failed.get(node)).as("named twice").isFalse();
					failed.set(node);
				});
				var expected = drawn.down(event);
				expected.andNot(drawn.down(-1));
				assertThat(failed).as("seed %d, event %d", seed, event).isEqualTo(expected);
			}
		}
	}

	@Test
	void whatIsDownFromTheStartEqualsEvaluatingAnew() {
		for (var seed = 0; seed < GRAPHS; seed++) {
			var drawn = RandomGraph.draw(new Random(seed), 1 + seed % 2);
			var graph = drawn.build();
			var down = IntStream.range(0, drawn.gates.size()).filter(graph::isDownFromTheStart).collect(BitSet::new, BitSet::set,
					BitSet::or);
			assertThat(down).as("seed %d", seed).isEqualTo(drawn.down(-1));
		}
	}

	/** With them taken for up, the least fixed point is the greatest; without them, there is a difference if there is one of them. */
	@Test
	void coldCirclesAreAllThatTheLeastFixedPointLacks() {
		var circles = 0;
		for (var seed = 0; seed < GRAPHS; seed++) {
			var drawn = RandomGraph.draw(new Random(seed), 2);
			var cold = drawn.build().coldCircles().stream().flatMapToInt(Arrays::stream).collect(BitSet::new, BitSet::set, BitSet::or);
			var lacking = drawn.fromBelow(new BitSet()).down(-1);
			lacking.andNot(drawn.down(-1));

			assertThat(drawn.fromBelow(cold).down(-1)).as("seed %d", seed).isEqualTo(drawn.down(-1));
			assertThat(cold.isEmpty()).as("seed %d", seed).isEqualTo(lacking.isEmpty());
			assertThat(cold.stream()).as("seed %d", seed).allMatch(lacking::get);
			circles += cold.isEmpty() ? 0 : 1;
		}
		assertThat(circles).isPositive();
	}

	@Test
	void switchesThatOnlyHoldEachOtherUpAreDown() {
		var builder = new SuccessGraph.Builder();
		var left = builder.declare();
		var right = builder.declare();
		builder.define(left, 1, List.of(right));
		builder.define(right, 1, List.of(left));

		assertThat(builder.build().isDownFromTheStart(left)).isTrue();
	}

	@Test
	void aRingLivesUntilItsLastWayOutFails() {
		var builder = new SuccessGraph.Builder();
		var edge = builder.event();
		var left = builder.declare();
		var right = builder.declare();
		builder.define(left, 1, List.of(edge, right));
		builder.define(right, 1, List.of(left));
		var failed = new ArrayList<Integer>();

		builder.build().whenFails(edge, failed::add);

		assertThat(failed).containsExactlyInAnyOrder(edge, left, right);
	}

	@Test
	void workloadsThatNeedEachOtherAreUpUntilOneOfThemFails() {
		var builder = new SuccessGraph.Builder();
		var kernel = builder.event();
		var left = builder.declare(FixedPoint.GREATEST);
		var right = builder.declare(FixedPoint.GREATEST);
		builder.define(left, 2, List.of(kernel, right));
		builder.define(right, 1, List.of(left));
		var graph = builder.build();
		var failed = new ArrayList<Integer>();

		graph.whenFails(kernel, failed::add);

		assertThat(graph.isDownFromTheStart(left)).isFalse();
		assertThat(failed).containsExactly(kernel, left, right);
	}

	@Test
	void oneCircleHasOneFixedPoint() {
		var builder = new SuccessGraph.Builder();
		var dead = builder.declare(FixedPoint.LEAST);
		var alive = builder.declare(FixedPoint.GREATEST);
		builder.define(dead, 1, List.of(alive));
		builder.define(alive, 1, List.of(dead));

		assertThatIllegalStateException().isThrownBy(builder::build);
	}

	/** A graph as plain lists, in layers that depend on themselves and on those before, evaluated by going round until nothing changes. */
	private record RandomGraph(int events, List<Gate> gates) {

		/** @param fixedPoint of its layer */
		record Gate(int required, List<Integer> inputs, int layer, FixedPoint fixedPoint) {
		}

		/** @param circles 0 for none, 1 for least circles, 2 for layers of both kinds */
		static RandomGraph draw(Random random, int circles) {
			var events = 1 + random.nextInt(6);
			var gates = new ArrayList<Gate>();
			IntStream.range(0, events).forEach(event -> gates.add(new Gate(0, List.of(), 0, FixedPoint.LEAST)));
			var layers = circles == 2 ? 1 + random.nextInt(4) : 1;
			for (var layer = 1; layer <= layers; layer++) {
				var fixedPoint = circles == 2 && random.nextBoolean() ? FixedPoint.GREATEST : FixedPoint.LEAST;
				var end = gates.size() + 1 + random.nextInt(circles == 2 ? 6 : 12);
				for (var node = gates.size(); node < end; node++) {
					var candidates = new ArrayList<>(IntStream.range(0, circles > 0 ? end : node).boxed().toList());
					Collections.shuffle(candidates, random);
					var inputs = List.copyOf(candidates.subList(0, Math.min(candidates.size(), 1 + random.nextInt(4))));
					gates.add(new Gate(1 + random.nextInt(inputs.size()), inputs, layer, fixedPoint));
				}
			}
			return new RandomGraph(events, gates);
		}

		/** The same with all circles down that nothing holds, and with some gates up whatever their inputs are. */
		RandomGraph fromBelow(BitSet up) {
			return new RandomGraph(events, IntStream.range(0, gates.size()).mapToObj(node -> {
				var gate = gates.get(node);
				return up.get(node) ? new Gate(0, List.of(), gate.layer, FixedPoint.LEAST)
						: new Gate(gate.required, gate.inputs, gate.layer, FixedPoint.LEAST);
			}).toList());
		}

		SuccessGraph build() {
			var builder = new SuccessGraph.Builder();
			for (var gate : gates) {
				if (gate.layer == 0) {
					builder.event();
				} else {
					builder.declare(gate.fixedPoint);
				}
			}
			for (var node = events; node < gates.size(); node++) {
				builder.define(node, gates.get(node).required, gates.get(node).inputs);
			}
			return builder.build();
		}

		/** The nodes that are down when one event has occurred; none occurs for -1. */
		BitSet down(int occurred) {
			var up = new BitSet();
			up.set(0, events);
			up.clear(occurred < 0 ? events : occurred);
			for (var node = events; node < gates.size();) {
				var start = node;
				while (node < gates.size() && gates.get(node).layer == gates.get(start).layer) {
					node++;
				}
				up.set(start, node, gates.get(start).fixedPoint == FixedPoint.GREATEST);
				settle(start, node, up);
			}
			var down = new BitSet();
			down.set(0, gates.size());
			down.andNot(up);
			return down;
		}

		private void settle(int start, int end, BitSet up) {
			BitSet before;
			do {
				before = (BitSet) up.clone();
				for (var node = start; node < end; node++) {
					var gate = gates.get(node);
					up.set(node, gate.inputs.stream().filter(up::get).count() >= gate.required);
				}
			} while (!up.equals(before));
		}
	}
}
