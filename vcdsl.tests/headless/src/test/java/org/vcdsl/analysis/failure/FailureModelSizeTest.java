package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.resolve.Resolved;
import org.vcdsl.topology.Topology;

/** The cost of finding single failures, counted in nodes that go down and so free of clocks. */
class FailureModelSizeTest {

	private static final int HOSTS_IN_A_RACK = 20;

	/**
	 * An element falls with five events at most (site, rack, and hardware, kernel and engine of its host) and has at most four nodes:
	 * itself, whether it is connected or reachable, a need of it, an alternative of its own. Feeds and switches that stop at
	 * redundancy add nothing but themselves.
	 */
	private static final int NODES_FOR_AN_ELEMENT = 5 * 4;

	@Test
	void redundancyStopsFailuresSoThatTheirCostIsLinear() {
		var small = datacentre(10);
		var large = datacentre(100);

		assertThat(large.hosts()).hasSize(2_000);
		assertThat(large.workloads()).hasSize(5_000);
		assertThat(nodesDown(large)).isLessThan(NODES_FOR_AN_ELEMENT * large.elements().count());
		assertThat(nodesDown(large)).isLessThanOrEqualTo(10 * nodesDown(small));
	}

	/** How many nodes go down, summed over all single failures. */
	private static long nodesDown(Topology topology) {
		var model = new FailureModel(topology);
		var graph = model.graph();
		var down = new AtomicLong();
		model.events().values().forEach(event -> graph.whenFails(event, node -> down.incrementAndGet()));
		return down.get();
	}

	/** Racks of hosts that have two feeds and two switches each; fifty containers a rack and a service that needs them. */
	private static Topology datacentre(int racks) {
		return Resolved.resolve("""
				site s {
				  feed A  feed B
				  switch spine1 { fed by A, B }  switch spine2 { fed by A, B }
				%s
				}
				%s
				""".formatted(inEach(racks, FailureModelSizeTest::rack), inEach(racks, FailureModelSizeTest::guests)));
	}

	private static String rack(int rack) {
		var switches = IntStream.rangeClosed(1, 2)
				.mapToObj(side -> "switch t%d_%d { fed by A, B  uplink spine1, spine2 }".formatted(side, rack))
				.collect(joining(" "));
		var hosts = IntStream.range(0, HOSTS_IN_A_RACK)
				.mapToObj(host -> "host h%d_%d { fed by A, B  uplink t1_%d, t2_%d  os Debian 12  engine docker }"
						.formatted(rack, host, rack, rack))
				.collect(joining("\n"));
		return "rack r%d { %s\n%s }".formatted(rack, switches, hosts);
	}

	private static String guests(int rack) {
		var containers = IntStream.range(0, HOSTS_IN_A_RACK)
				.mapToObj(host -> "container c%d_%d on h%d_%d replicas %d".formatted(rack, host, rack, host, 2 + host % 2))
				.collect(joining("\n"));
		var needs = IntStream.range(0, HOSTS_IN_A_RACK).mapToObj(host -> "needs 1 of c%d_%d".formatted(rack, host))
				.collect(joining(" "));
		return "%s\nservice s%d { %s }".formatted(containers, rack, needs);
	}

	private static String inEach(int racks, IntFunction<String> text) {
		return IntStream.range(0, racks).mapToObj(text).collect(joining("\n"));
	}
}
