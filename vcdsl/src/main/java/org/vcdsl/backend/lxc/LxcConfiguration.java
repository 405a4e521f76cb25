package org.vcdsl.backend.lxc;

import java.util.List;
import java.util.stream.IntStream;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.NicAddresses;
import org.vcdsl.backend.SystemContainers;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;

/**
 * What a configuration file says, with every text ready to stand in a line (lxc.container.conf(5)).
 *
 * @param title which container of which topology, for people
 * @param name of the container and of the host it shows itself as
 * @param idMap what the container's users and groups are on the host, as {@code 0 100000 65536}; empty for a privileged one
 * @param nics empty when it is on no network
 * @param limits of its control groups, in a fixed order
 */
record LxcConfiguration(String title, String name, String rootFileSystem, List<String> idMap, List<Nic> nics, List<Limit> limits,
		List<Mount> mounts) {

	LxcConfiguration {
		idMap = List.copyOf(idMap);
		nics = List.copyOf(nics);
		limits = List.copyOf(limits);
		mounts = List.copyOf(mounts);
	}

	/**
	 * A network card.
	 *
	 * @param index from 0, in the order written
	 * @param bridge of the host
	 * @param addresses that somebody stated
	 */
	record Nic(int index, String bridge, String macAddress, List<Address> addresses) {
	}

	/**
	 * An address of a network card.
	 *
	 * @param key of its version: {@code ipv4.address}
	 * @param value with the length of its prefix
	 */
	record Address(String key, String value) {
	}

	/**
	 * A limit of a control group.
	 *
	 * @param key with the version of control groups: {@code cgroup2.memory.max}
	 */
	record Limit(String key, String value) {
	}

	/**
	 * A folder of the host that stands in the container.
	 *
	 * @param source absolute, on the host
	 * @param target relative to the root of the container
	 */
	record Mount(String source, String target) {
	}

	/** Precondition: {@link SystemContainers#isWritten}. */
	static LxcConfiguration of(Topology topology, SystemContainer container) {
		var cgroups = topology.platformOf(container).operatingSystem().flatMap(OperatingSystem::cgroup);
		return new LxcConfiguration(inLine(container.name() + " of " + topology.name()), DeploymentNames.slug(container.name()),
				DeploymentNames.rootFileSystem(container),
				SystemContainers.isPrivileged(container) ? List.of()
						: List.of("0 " + SystemContainers.FIRST_SUBORDINATE_ID + " " + SystemContainers.SUBORDINATE_IDS),
				nics(topology, container), CgroupLimits.of(container, cgroups), mounts(topology, container));
	}

	private static List<Nic> nics(Topology topology, SystemContainer container) {
		var networks = container.nics();
		return IntStream.range(0, networks.size()).mapToObj(i -> new Nic(i, DeploymentNames.bridge(networks.get(i)),
				DeploymentNames.macAddress(topology.name(), container.name(), networks.get(i)), addresses(topology, container, networks.get(i))))
				.toList();
	}

	private static List<Address> addresses(Topology topology, SystemContainer container, String network) {
		return NicAddresses.of(topology, container, network).stated().stream()
				.map(address -> new Address(address.contains(":") ? "ipv6.address" : "ipv4.address", address)).toList();
	}

	private static List<Mount> mounts(Topology topology, SystemContainer container) {
		return container.volumes().stream().map(topology.volumes()::get)
				.map(volume -> new Mount(DeploymentNames.volumeFolder(volume), DeploymentNames.volumeMount(volume).substring(1))).toList();
	}

	/** Text that cannot end the line it stands in. */
	private static String inLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
	}
}
