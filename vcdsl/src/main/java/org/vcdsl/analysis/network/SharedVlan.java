package org.vcdsl.analysis.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.vcdsl.topology.Network;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

/**
 * Networks with one VLAN identifier that meet on switches (IEEE 802.1Q: on a switch, the identifier is all that tells them apart). Where
 * no switch carries two of them, an identifier may be used anew.
 *
 * @param vlan the identifier
 * @param carrier the first switch on which the first of them meets another
 * @param networks at least two, in the order of the topology
 */
public record SharedVlan(int vlan, Switch carrier, List<Network> networks) {

	public SharedVlan {
		networks = List.copyOf(networks);
	}

	/** All of them, in the order of their first networks; nearly linear in the networks that switches carry by name. */
	public static List<SharedVlan> of(Topology topology) {
		var meetings = new DisjointSets();
		var carriers = new HashMap<String, Switch>();
		distinct(topology.switches().values())
				.forEach(carrier -> meeting(carrier, topology).forEach(networks -> networks.forEach(network -> {
					meetings.join(network.name(), networks.getFirst().name());
					carriers.putIfAbsent(network.name(), carrier);
				})));
		return topology.networks().values().stream().filter(network -> carriers.containsKey(network.name()))
				.collect(Collectors.groupingBy(network -> meetings.around(network.name()), LinkedHashMap::new, Collectors.toList()))
				.values().stream().map(networks -> new SharedVlan(networks.getFirst().vlan().getAsInt(),
						carriers.get(networks.getFirst().name()), networks))
				.toList();
	}

	/** The first of all switches that carry the same. */
	private static Collection<Switch> distinct(Collection<Switch> switches) {
		var distinct = new LinkedHashMap<List<String>, Switch>();
		switches.forEach(one -> distinct.putIfAbsent(one.carries(), one));
		return distinct.values();
	}

	/** What a switch carries of one VLAN, where that is more than one network. */
	private static List<List<Network>> meeting(Switch carrier, Topology topology) {
		var carried = carrier.carries().isEmpty() ? topology.networks().keySet() : carrier.carries();
		return carried.stream().distinct().map(topology.networks()::get).filter(network -> network.vlan().isPresent())
				.collect(Collectors.groupingBy(network -> network.vlan().getAsInt(), LinkedHashMap::new, Collectors.toList()))
				.values().stream().filter(networks -> networks.size() > 1).toList();
	}
}
