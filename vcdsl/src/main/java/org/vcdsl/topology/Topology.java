package org.vcdsl.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole datacentre as one root package declares it, in the order of its files.
 *
 * <p>Postcondition of every constructor call: each name that an element mentions is the name of an element of the right kind, and
 * all names are distinct.
 *
 * @param name of the root package
 */
public record Topology(String name, Map<String, Location> locations, Map<String, Feed> feeds,
		Map<String, Switch> switches, Map<String, Host> hosts, Map<String, Network> networks,
		Map<String, Volume> volumes, Map<String, Image> images, Map<String, Workload> workloads,
		Map<String, Service> services, List<Acceptance> acceptances) {

	public Topology {
		locations = ordered(locations);
		feeds = ordered(feeds);
		switches = ordered(switches);
		hosts = ordered(hosts);
		networks = ordered(networks);
		volumes = ordered(volumes);
		images = ordered(images);
		workloads = ordered(workloads);
		services = ordered(services);
		acceptances = List.copyOf(acceptances);
	}

	/** What a workload stands on. */
	public ContainerHost platformOf(Workload workload) {
		var host = hosts.get(workload.standsOn());
		return host != null ? host : (VirtualMachine) workloads.get(workload.standsOn());
	}

	/** The physical server below a workload, through any nesting. */
	public Host hostOf(Workload workload) {
		return switch (platformOf(workload)) {
			case Host host -> host;
			case VirtualMachine vm -> hostOf(vm);
		};
	}

	/** The element that brings the kernel a workload runs on: a virtual machine brings its own, a container borrows its host's. */
	public ContainerHost kernelBringerOf(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> vm;
			case Container container -> platformOf(container);
		};
	}

	/** The kernel a workload runs on; absent when nobody stated the operating system that brings it. */
	public Optional<Kernel> kernelOf(Workload workload) {
		return kernelBringerOf(workload).operatingSystem().map(OperatingSystem::kernel);
	}

	/** The locations around a place, from the inside to the outside, itself first. */
	public List<Location> enclosing(Optional<String> location) {
		var around = new ArrayList<Location>();
		for (var inner = location; inner.isPresent(); inner = around.getLast().within()) {
			around.add(locations.get(inner.get()));
		}
		return around;
	}

	/** Workloads by the name they were declared with, in order. */
	public Map<String, List<Workload>> declarations() {
		var declarations = new LinkedHashMap<String, List<Workload>>();
		workloads.values().forEach(workload -> declarations
				.computeIfAbsent(workload.declaration(), name -> new ArrayList<>()).add(workload));
		return declarations;
	}

	/** Workloads by the name of what they stand on, in order. */
	public Map<String, List<Workload>> guests() {
		var guests = new LinkedHashMap<String, List<Workload>>();
		workloads.values()
				.forEach(workload -> guests.computeIfAbsent(workload.standsOn(), name -> new ArrayList<>()).add(workload));
		return guests;
	}

	/** All elements, kind after kind. */
	public Stream<Element> elements() {
		return Stream.<Map<String, ? extends Element>>of(locations, feeds, switches, hosts, networks, volumes, images,
				workloads, services).flatMap(kind -> kind.values().stream());
	}

	/** Elements by their names, in the order given; the names must be distinct. */
	public static <E extends Element> Map<String, E> byName(List<E> elements) {
		var byName = new LinkedHashMap<String, E>();
		for (var element : elements) {
			if (byName.put(element.name(), element) != null) {
				throw new IllegalArgumentException("Two elements are named " + element.name());
			}
		}
		return byName;
	}

	private static <K, V> Map<K, V> ordered(Map<K, V> map) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
