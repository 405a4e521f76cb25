package org.vcdsl.analysis.capacity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.topology.Element;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;

/**
 * What is plugged into one switch: the hosts and switches that name it as their uplink, its own uplinks, and its peers. Two switches that
 * name each other need one link, and nobody says that anything has more than one cable: these are the ports that it certainly needs.
 *
 * @param ports how many it has
 * @param parts one for each thing that is plugged in
 */
public record PortDemand(Switch networkSwitch, int ports, List<Part> parts) {

	public PortDemand {
		parts = List.copyOf(parts);
	}

	/** All switches with a known number of ports, in the order of the topology; linear in the links. */
	public static List<PortDemand> of(Topology topology) {
		var neighbours = new HashMap<String, Map<String, Element>>();
		topology.switches().keySet().forEach(name -> neighbours.put(name, new LinkedHashMap<>()));
		topology.hosts().values().forEach(host -> plug(host, host.uplinks(), neighbours));
		topology.switches().values().forEach(lower -> {
			plug(lower, lower.uplinks(), neighbours);
			plug(lower, lower.peers(), neighbours);
			lower.uplinks().forEach(upper -> plug(topology.switches().get(upper), List.of(lower.name()), neighbours));
		});
		return topology.switches().values().stream().filter(one -> one.ports().isPresent())
				.map(one -> new PortDemand(one, one.ports().getAsInt(), parts(neighbours.get(one.name()).values()))).toList();
	}

	private static void plug(Element element, List<String> switches, Map<String, Map<String, Element>> neighbours) {
		switches.forEach(one -> neighbours.get(one).put(element.name(), element));
	}

	private static List<Part> parts(Collection<Element> neighbours) {
		return Part.merged(neighbours.stream().map(neighbour -> Part.of(neighbour.declaration(), 1)));
	}

	/** How many ports it needs at least. */
	public Fraction needed() {
		return Part.sum(parts);
	}

	/** Whether there are enough. */
	public boolean fits() {
		return needed().compareTo(Fraction.of(ports)) <= 0;
	}
}
