package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Single failures by counting upwards must equal evaluating the whole graph anew, for every event of every graph. */
class SuccessGraphTest {

	private static final int GRAPHS = 3_000;

	@Test
	void countingUpwardsEqualsEvaluatingAnewOnRandomGraphs() {
		for (var seed = 0; seed < GRAPHS; seed++) {
			var random = new Random(seed);
			var drawn = RandomGraph.draw(random, seed % 2 == 0);
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
			var drawn = RandomGraph.draw(new Random(seed), true);
			var graph = drawn.build();
			var down = IntStream.range(0, drawn.gates.size()).filter(graph::isDownFromTheStart).collect(BitSet::new, BitSet::set,
					BitSet::or);
			assertThat(down).as("seed %d", seed).isEqualTo(drawn.down(-1));
		}
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

	/** A graph as plain lists, evaluated by going round until nothing changes. */
	private record RandomGraph(int events, List<Gate> gates) {

		record Gate(int required, List<Integer> inputs) {
		}

		static RandomGraph draw(Random random, boolean circles) {
			var events = 1 + random.nextInt(6);
			var gates = new ArrayList<Gate>();
			IntStream.range(0, events).forEach(event -> gates.add(new Gate(0, List.of())));
			var nodes = events + 1 + random.nextInt(12);
			for (var node = events; node < nodes; node++) {
				var candidates = new ArrayList<>(IntStream.range(0, circles ? nodes : node).boxed().toList());
				Collections.shuffle(candidates, random);
				var inputs = List.copyOf(candidates.subList(0, Math.min(candidates.size(), 1 + random.nextInt(4))));
				gates.add(new Gate(1 + random.nextInt(inputs.size()), inputs));
			}
			return new RandomGraph(events, gates);
		}

		SuccessGraph build() {
			var builder = new SuccessGraph.Builder();
			for (var gate : gates) {
				if (gate.inputs.isEmpty()) {
					builder.event();
				} else {
					builder.declare();
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
			boolean changed;
			do {
				changed = false;
				for (var node = 0; node < gates.size(); node++) {
					var gate = gates.get(node);
					var isUp = node != occurred && gate.inputs.stream().filter(up::get).count() >= gate.required;
					if (isUp && !up.get(node)) {
						up.set(node);
						changed = true;
					}
				}
			} while (changed);
			var down = new BitSet();
			down.set(0, gates.size());
			down.andNot(up);
			return down;
		}
	}
}
