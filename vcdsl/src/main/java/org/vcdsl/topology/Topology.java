package org.vcdsl.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole datacentre as one root package declares it, in the order of its files.
 *
 * <p>Postcondition of every constructor call: each name that an element mentions is the name of an element of the right kind, and
 * all names are distinct.
 *
 * @param name of the root package
 * @param constraints what a placement must or should keep
 * @param placement what workloads stand on, by the name of the workload: one of their candidates. Those with one candidate may be
 *        left out
 * @param addresses that somebody gave workloads, by workload and network: of the blocks of the network, and nobody else's there
 */
public record Topology(String name, Map<String, Location> locations, Map<String, Feed> feeds,
		Map<String, Switch> switches, Map<String, Host> hosts, Map<String, Network> networks,
		Map<String, Volume> volumes, Map<String, Image> images, Map<String, Cluster> clusters, Map<String, Workload> workloads,
		Map<String, Service> services, List<Constraint> constraints, List<Acceptance> acceptances, Map<String, String> placement,
		Map<String, Map<String, List<IpAddress>>> addresses) {

	public Topology {
		locations = ordered(locations);
		feeds = ordered(feeds);
		switches = ordered(switches);
		hosts = ordered(hosts);
		networks = ordered(networks);
		volumes = ordered(volumes);
		images = ordered(images);
		clusters = ordered(clusters);
		workloads = ordered(workloads);
		services = ordered(services);
		constraints = List.copyOf(constraints);
		acceptances = List.copyOf(acceptances);
		placement = ordered(placement);
		var copied = new LinkedHashMap<String, Map<String, List<IpAddress>>>();
		addresses.forEach((workload, byNetwork) -> copied.put(workload, ordered(byNetwork)));
		addresses = Collections.unmodifiableMap(copied);
	}

	/** Where nobody gave a workload an address. */
	public Topology(String name, Map<String, Location> locations, Map<String, Feed> feeds, Map<String, Switch> switches,
			Map<String, Host> hosts, Map<String, Network> networks, Map<String, Volume> volumes, Map<String, Image> images,
			Map<String, Cluster> clusters, Map<String, Workload> workloads, Map<String, Service> services, List<Constraint> constraints,
			List<Acceptance> acceptances, Map<String, String> placement) {
		this(name, locations, feeds, switches, hosts, networks, volumes, images, clusters, workloads, services, constraints, acceptances,
				placement, Map.of());
	}

	/** The same topology with its workloads placed; each on one of its candidates. */
	public Topology placed(Map<String, String> places) {
		return new Topology(name, locations, feeds, switches, hosts, networks, volumes, images, clusters, workloads, services,
				constraints, acceptances, places, addresses);
	}

	/** The same topology with addresses of workloads, by workload and network. */
	public Topology addressed(Map<String, Map<String, List<IpAddress>>> assigned) {
		return new Topology(name, locations, feeds, switches, hosts, networks, volumes, images, clusters, workloads, services,
				constraints, acceptances, placement, assigned);
	}

	/** The addresses that somebody gave a workload on a network, at most one of each family; most have none. */
	public List<IpAddress> addressesOf(Workload workload, String network) {
		return addresses.getOrDefault(workload.name(), Map.of()).getOrDefault(network, List.of());
	}

	/**
	 * The name of what a workload stands on.
	 *
	 * @throws IllegalStateException if it has a choice and nobody placed it
	 */
	public String standsOn(Workload workload) {
		var place = placement.get(workload.name());
		if (place != null) {
			return place;
		}
		if (!workload.pool().isFixed()) {
			throw new IllegalStateException("Nobody placed " + workload.name());
		}
		return workload.pool().candidates().getFirst();
	}

	/** What a workload stands on. */
	public ContainerHost platformOf(Workload workload) {
		return platform(standsOn(workload));
	}

	/** The host or virtual machine of that name. */
	public ContainerHost platform(String platform) {
		var host = hosts.get(platform);
		return host != null ? host : (VirtualMachine) workloads.get(platform);
	}

	/** The physical server below a workload, through any nesting. */
	public Host hostOf(Workload workload) {
		return switch (platformOf(workload)) {
			case Host host -> host;
			case VirtualMachine vm -> hostOf(vm);
		};
	}

	/**
	 * What brings the kernel a workload runs on: a virtual machine brings its own, as does a container with such an isolation; every
	 * other container borrows that of what it stands on.
	 */
	public Element kernelBringerOf(Workload workload) {
		return workload.bringsKernel() ? workload : platformOf(workload);
	}

	/** The kernel a workload runs on; absent when nobody stated the operating system that brings it. */
	public Optional<Kernel> kernelOf(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> vm.guest().map(OperatingSystem::kernel);
			case MicroVirtualMachine vm -> vm.guest().map(OperatingSystem::kernel);
			case Container container -> container.bringsKernel() ? Optional.empty() : borrowedKernel(container);
			case Pod pod -> pod.bringsKernel() ? Optional.empty() : borrowedKernel(pod);
			case SystemContainer container -> borrowedKernel(container);
		};
	}

	private Optional<Kernel> borrowedKernel(Workload workload) {
		return platformOf(workload).operatingSystem().map(OperatingSystem::kernel);
	}

	/**
	 * The engine that starts a container, a system container or a pod: of the kind it names, else the first one there that starts its
	 * like. Absent when there is none, and for virtual machines.
	 */
	public Optional<ContainerEngine> engineOf(Workload workload) {
		return engineOn(workload, platformOf(workload));
	}

	/** The engine that would start a workload if it stood on a platform. */
	public static Optional<ContainerEngine> engineOn(Workload workload, ContainerHost platform) {
		return switch (workload) {
			case VirtualMachine vm -> Optional.empty();
			case MicroVirtualMachine vm -> Optional.empty();
			case Container container -> engine(platform, container.traits(), false);
			case SystemContainer container -> engine(platform, container.traits(), true);
			case Pod pod -> engine(platform, pod.traits(), false);
		};
	}

	private static Optional<ContainerEngine> engine(ContainerHost platform, ContainerTraits traits, boolean forSystems) {
		return ContainerEngine.starting(platform.engines(), traits.engine(), forSystems);
	}

	/**
	 * Whether a workload answers on a network: on those of its {@code nic}, if it has any. Without one, a pod answers on the networks of
	 * what it stands on, and so does a container that publishes a port; everything else on none. Nobody states the networks of a
	 * physical server: it is on every one that its switches carry.
	 */
	public boolean answersOn(Workload workload, String network) {
		if (!workload.nics().isEmpty()) {
			return workload.nics().contains(network);
		}
		return switch (workload) {
			case VirtualMachine vm -> false;
			case MicroVirtualMachine vm -> false;
			case SystemContainer container -> false;
			case Container container -> !container.ports().isEmpty() && platformAnswersOn(container, network);
			case Pod pod -> platformAnswersOn(pod, network);
		};
	}

	private boolean platformAnswersOn(Workload workload, String network) {
		return switch (platformOf(workload)) {
			case Host host -> true;
			case VirtualMachine vm -> answersOn(vm, network);
		};
	}

	/** The members of a cluster with the role {@code control}, those declared inside first. */
	public List<Workload> controlMembers(Cluster cluster) {
		return Stream.concat(cluster.workloads().stream(), cluster.members().stream()).distinct().map(workloads::get)
				.filter(Objects::nonNull).filter(workload -> workload.duties().role().filter(Role.CONTROL::equals).isPresent()).toList();
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
				.forEach(workload -> guests.computeIfAbsent(standsOn(workload), name -> new ArrayList<>()).add(workload));
		return guests;
	}

	/** All elements, kind after kind. */
	public Stream<Element> elements() {
		return Stream.<Map<String, ? extends Element>>of(locations, feeds, switches, hosts, networks, volumes, images,
				clusters, workloads, services).flatMap(kind -> kind.values().stream());
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
