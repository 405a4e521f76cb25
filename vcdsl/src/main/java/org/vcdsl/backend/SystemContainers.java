package org.vcdsl.backend;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Version;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Which system containers LXC makes, whose root theirs is, and which volumes are folders for them, in which all artefacts must agree.
 * Takes time linear in workloads and their disks once, then none.
 */
public final class SystemContainers {

	/** The first user and group on the host that unprivileged containers get: {@code SUB_UID_MIN} of shadow's login.defs(5). */
	public static final int FIRST_SUBORDINATE_ID = 100_000;

	/** How many they get: {@code SUB_UID_COUNT} of shadow's login.defs(5). */
	public static final int SUBORDINATE_IDS = 65_536;

	/** The first LXC with the keys that are written (LXC 2.1 release announcement, 5 Sep 2017). */
	private static final Version WITH_TODAYS_KEYS = new Version(List.of(BigInteger.TWO, BigInteger.ONE));

	private final Topology topology;
	private final Map<String, List<Workload>> users = new HashMap<>();

	public SystemContainers(Topology topology) {
		this.topology = topology;
		topology.workloads().values().forEach(workload -> workload.volumes()
				.forEach(volume -> users.computeIfAbsent(volume, name -> new ArrayList<>()).add(workload)));
	}

	/** All of the topology, in its order. */
	public List<SystemContainer> all() {
		return topology.workloads().values().stream().filter(SystemContainer.class::isInstance).map(SystemContainer.class::cast).toList();
	}

	/** Whether LXC's own tools make it, and neither LXD's nor Incus's. */
	public boolean isForLxc(SystemContainer container) {
		return topology.engineOf(container).filter(engine -> engine.name().equals("lxc")).isPresent();
	}

	/** Whether the LXC it stands on is known to be older than the keys that are written. */
	public boolean isForOldLxc(SystemContainer container) {
		return isForLxc(container) && topology.engineOf(container).flatMap(ContainerEngine::version).flatMap(Version::parse)
				.flatMap(version -> version.compareWithBound(WITH_TODAYS_KEYS)).filter(order -> order < 0).isPresent();
	}

	/** Whether a configuration is written for it: LXC makes it, what it is made from is stated, and its disks are folders. */
	public boolean isWritten(SystemContainer container) {
		return isForLxc(container) && !isForOldLxc(container) && container.image().isPresent() && hasFoldersOnly(container);
	}

	/** Whether all its disks are whole volumes that are folders where it stands, but for the root file system of its own. */
	public boolean hasFoldersOnly(SystemContainer container) {
		return container.attachments().disks().stream().allMatch(disk -> disk.sizeBytes().isEmpty())
				&& container.volumes().stream().map(topology.volumes()::get).allMatch(this::isFolder);
	}

	/**
	 * Whether a volume is a folder of its host: somebody mounts it, whole, and nobody but system containers of LXC on that host whose files
	 * have the same owners.
	 */
	public boolean isFolder(Volume volume) {
		var mounting = users.getOrDefault(volume.name(), List.of());
		return volume.host().isPresent() && !mounting.isEmpty()
				&& mounting.stream().allMatch(workload -> mountsFolder(workload, volume))
				&& mounting.stream().map(workload -> isPrivileged((SystemContainer) workload)).distinct().count() == 1;
	}

	/** The owner, on the host, of a folder that is a volume: the root of the containers that mount it. */
	public int ownerOf(Volume folder) {
		return rootOf((SystemContainer) users.get(folder.name()).getFirst());
	}

	/** Who a container's root is on the host. */
	public static int rootOf(SystemContainer container) {
		return isPrivileged(container) ? 0 : FIRST_SUBORDINATE_ID;
	}

	/** Whether its root is the host's: only where that is stated. */
	public static boolean isPrivileged(SystemContainer container) {
		return container.traits().privileged().orElse(false);
	}

	private boolean mountsFolder(Workload workload, Volume volume) {
		return switch (workload) {
			case SystemContainer container -> isForLxc(container) && volume.host().filter(topology.standsOn(container)::equals).isPresent()
					&& container.attachments().all().filter(disk -> disk.volume().filter(volume.name()::equals).isPresent())
							.allMatch(disk -> disk.sizeBytes().isEmpty());
			case VirtualMachine vm -> false;
			case MicroVirtualMachine vm -> false;
			case Container container -> false;
			case Pod pod -> false;
		};
	}
}
