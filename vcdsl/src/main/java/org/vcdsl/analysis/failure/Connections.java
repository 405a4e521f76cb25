package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

/**
 * What has a way to the edge, over all switches or over those that carry a network.
 *
 * <p>A switch is connected when it is up and is an edge, or has a connected uplink or peer; a host, when it is up and has a connected
 * uplink, or states none.
 * Made only where somebody asks, and for a network of its own only where some switch does not carry it: otherwise one way serves all.
 */
final class Connections {

	private final Topology topology;
	private final SuccessGraph.Builder graph;
	private final Map<String, Integer> switches;
	private final Map<String, Integer> hosts;

	private final Map<String, Boolean> restricted = new HashMap<>();
	private final Map<Place, Integer> connected = new HashMap<>();
	private final Queue<Place> undefined = new ArrayDeque<>();

	/**
	 * A switch or a host as seen by a network.
	 *
	 * @param network absent when every switch will do
	 */
	private record Place(String element, Optional<String> network) {
	}

	/**
	 * @param switches nodes that say which switches are up, by name
	 * @param hosts the same of hosts
	 */
	Connections(Topology topology, SuccessGraph.Builder graph, Map<String, Integer> switches, Map<String, Integer> hosts) {
		this.topology = topology;
		this.graph = graph;
		this.switches = switches;
		this.hosts = hosts;
	}

	/** The network if some switch does not carry it; connections on all others are the same. */
	Optional<String> distinct(Optional<String> network) {
		return network.filter(name -> restricted.computeIfAbsent(name,
				any -> topology.switches().values().stream().anyMatch(one -> !one.carries(name))));
	}

	/** The node that says whether a host is connected on a network, or at all. */
	int of(Host host, Optional<String> network) {
		var place = new Place(host.name(), distinct(network));
		var node = connected.get(place);
		if (node == null) {
			node = host.uplinks().isEmpty() ? hosts.get(host.name())
					: graph.all(List.of(hosts.get(host.name()), any(host.uplinks(), place.network())));
			connected.put(place, node);
		}
		while (!undefined.isEmpty()) {
			define(undefined.remove());
		}
		return node;
	}

	private int any(List<String> others, Optional<String> network) {
		return graph.gate(1, others.stream().mapToInt(other -> switchNode(new Place(other, network))).toArray());
	}

	private int switchNode(Place place) {
		var node = connected.get(place);
		if (node == null) {
			node = graph.declare();
			connected.put(place, node);
			undefined.add(place);
		}
		return node;
	}

	private void define(Place place) {
		var one = topology.switches().get(place.element());
		if (carries(one, place.network())) {
			var needed = new ArrayList<>(List.of(switches.get(one.name())));
			if (!one.edge()) {
				needed.add(any(Stream.concat(one.uplinks().stream(), one.peers().stream()).toList(), place.network()));
			}
			graph.define(connected.get(place), needed.size(), needed);
		}
	}

	private static boolean carries(Switch one, Optional<String> network) {
		return network.map(one::carries).orElse(true);
	}
}
