package org.vcdsl.analysis.failure;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Topology;

/** What has no way to an edge any more, though it still runs. */
public final class CutOff {

	private CutOff() {
	}

	/**
	 * The hosts that lose their last way to an edge with each switch, by its name, in the order of the topology; switches that no host loses
	 * it with are left out. Takes time in what each switch cuts off; where switches reach each other in circles, in the size of these.
	 */
	public static Map<String, Set<String>> hosts(Topology topology) {
		var graph = new SuccessGraph.Builder();
		var switches = new LinkedHashMap<String, Integer>();
		var hosts = new LinkedHashMap<String, Integer>();
		topology.switches().keySet().forEach(name -> switches.put(name, graph.event()));
		topology.hosts().keySet().forEach(name -> hosts.put(name, graph.event()));
		var connections = new Connections(topology, graph, switches, hosts);
		var hostAt = new HashMap<Integer, String>();
		topology.hosts().values().forEach(host -> hostAt.put(connections.of(host, Optional.empty()), host.name()));
		var success = graph.build();
		var cutOff = new LinkedHashMap<String, Set<String>>();
		switches.forEach((name, event) -> {
			var lost = new LinkedHashSet<String>();
			success.whenFails(event, node -> Optional.ofNullable(hostAt.get(node)).ifPresent(lost::add));
			if (!lost.isEmpty()) {
				cutOff.put(name, Collections.unmodifiableSet(lost));
			}
		});
		return cutOff;
	}
}
