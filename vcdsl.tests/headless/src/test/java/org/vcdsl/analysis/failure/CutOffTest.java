package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

class CutOffTest {

	private static final int DATACENTRES = 150;

	/** The walk goes from the edges down uplinks and along peers, once for each switch that is not there. */
	@Test
	void aHostIsCutOffWhenNoWalkFromAnEdgeGetsToItAnyMore() {
		var isCutOff = false;
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var topology = resolve(RandomDatacentre.draw(seed).text());
			var expected = walked(topology);

			assertThat(CutOff.hosts(topology)).as("seed %d %s", seed, topology.switches().values()).isEqualTo(expected);
			isCutOff |= !expected.isEmpty();
		}
		assertThat(isCutOff).isTrue();
	}

	private static Map<String, Set<String>> walked(Topology topology) {
		var connected = connected(topology, Optional.empty());
		var cutOff = new LinkedHashMap<String, Set<String>>();
		for (var lost : topology.switches().keySet()) {
			var rest = connected(topology, Optional.of(lost));
			var hosts = connected.stream().filter(host -> !rest.contains(host)).collect(Collectors.toSet());
			if (!hosts.isEmpty()) {
				cutOff.put(lost, hosts);
			}
		}
		return cutOff;
	}

	/** The hosts that name a switch which a walk gets to, one switch being lost. */
	private static Set<String> connected(Topology topology, Optional<String> lost) {
		var switches = topology.switches().values().stream().filter(one -> !lost.equals(Optional.of(one.name()))).toList();
		var reached = new HashSet<String>();
		var open = new ArrayDeque<>(switches.stream().filter(Switch::edge).map(Switch::name).toList());
		while (!open.isEmpty()) {
			var here = open.remove();
			if (reached.add(here)) {
				switches.stream().filter(one -> one.uplinks().contains(here) || one.peers().contains(here)).map(Switch::name)
						.forEach(open::add);
			}
		}
		return topology.hosts().values().stream().filter(host -> host.uplinks().stream().anyMatch(reached::contains)).map(Host::name)
				.collect(Collectors.toSet());
	}
}
