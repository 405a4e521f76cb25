package org.vcdsl.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;

/** Collects the elements of a topology in order. */
public final class TopologyBuilder {

	private final Map<String, Location> locations = new LinkedHashMap<>();
	private final Map<String, Feed> feeds = new LinkedHashMap<>();
	private final Map<String, Switch> switches = new LinkedHashMap<>();
	private final Map<String, Host> hosts = new LinkedHashMap<>();
	private final Map<String, Network> networks = new LinkedHashMap<>();
	private final Map<String, Volume> volumes = new LinkedHashMap<>();
	private final Map<String, Image> images = new LinkedHashMap<>();
	private final Map<String, Cluster> clusters = new LinkedHashMap<>();
	private final Map<String, Workload> workloads = new LinkedHashMap<>();
	private final Map<String, Service> services = new LinkedHashMap<>();
	private final List<Constraint> constraints = new ArrayList<>();
	private final List<Acceptance> acceptances = new ArrayList<>();

	/** Adds an element; its name must be new. */
	public TopologyBuilder add(Element element) {
		switch (element) {
			case Location location -> put(locations, location);
			case Feed feed -> put(feeds, feed);
			case Switch networkSwitch -> put(switches, networkSwitch);
			case Host host -> put(hosts, host);
			case Network network -> put(networks, network);
			case Volume volume -> put(volumes, volume);
			case Image image -> put(images, image);
			case Cluster cluster -> put(clusters, cluster);
			case Workload workload -> put(workloads, workload);
			case Service service -> put(services, service);
			default -> throw new IllegalArgumentException("No part of a topology: " + element);
		}
		return this;
	}

	public TopologyBuilder add(Constraint constraint) {
		constraints.add(constraint);
		return this;
	}

	public TopologyBuilder add(Acceptance acceptance) {
		acceptances.add(acceptance);
		return this;
	}

	/** The topology so far, with no choice made for workloads that have one. */
	public Topology build(String name) {
		return new Topology(name, locations, feeds, switches, hosts, networks, volumes, images, clusters, workloads, services,
				constraints, acceptances, Map.of());
	}

	private static <E extends Element> void put(Map<String, E> elements, E element) {
		if (elements.putIfAbsent(element.name(), element) != null) {
			throw new IllegalArgumentException("Two elements are named " + element.name());
		}
	}
}
