package org.vcdsl.analysis.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

/**
 * Which hosts a network joins: those plugged into switches that carry it and are each other's uplinks, in whatever direction, or peers.
 * What lies behind the edges of a topology nobody describes, so all edges are taken to be joined there. A host joins nothing: it is no
 * switch.
 *
 * <p>Made once for all networks that the same switches carry; each takes time in n log n for n switches and links.
 */
final class Islands {

	/** No switch has such a name. */
	private static final String OUTSIDE = "";

	private final Topology topology;
	private final Map<String, DisjointSets> byNetwork = new HashMap<>();
	private final Map<Set<String>, DisjointSets> byCarriers = new HashMap<>();

	Islands(Topology topology) {
		this.topology = topology;
	}

	/**
	 * The islands that a host with an uplink lies on, each by one name of it; its own name where none of its switches carries the
	 * network.
	 */
	List<String> of(Host host, String network) {
		var switches = byNetwork.computeIfAbsent(network, name -> byCarriers.computeIfAbsent(carriers(name), this::join));
		var islands = host.uplinks().stream().filter(uplink -> topology.switches().get(uplink).carries(network)).map(switches::around)
				.distinct().sorted().toList();
		return islands.isEmpty() ? List.of(host.name()) : islands;
	}

	private Set<String> carriers(String network) {
		return topology.switches().values().stream().filter(one -> one.carries(network)).map(Switch::name).collect(Collectors.toSet());
	}

	private DisjointSets join(Set<String> carriers) {
		var sets = new DisjointSets();
		topology.switches().values().stream().filter(one -> carriers.contains(one.name())).forEach(one -> {
			Stream.concat(one.uplinks().stream(), one.peers().stream()).filter(carriers::contains)
					.forEach(other -> sets.join(one.name(), other));
			if (one.edge()) {
				sets.join(one.name(), OUTSIDE);
			}
		});
		return sets;
	}
}
