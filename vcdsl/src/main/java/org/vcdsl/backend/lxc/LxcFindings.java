package org.vcdsl.backend.lxc;

import static org.vcdsl.backend.BackendFindings.assumed;
import static org.vcdsl.backend.BackendFindings.missing;
import static org.vcdsl.backend.BackendFindings.notExpressed;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vcdsl.backend.NicAddresses;
import org.vcdsl.backend.SystemContainers;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;

/** What LXC's files leave out or assume. */
final class LxcFindings {

	private final Topology topology;
	private final SystemContainers containers;

	LxcFindings(Topology topology, SystemContainers containers) {
		this.topology = topology;
		this.containers = containers;
	}

	List<Finding> all() {
		return Stream.of(ofOtherEngines(), ofOldLxc(), withoutImage(), apartFromVolumes(), withRootOfAnySize(), volumesOfAnySize(), byDhcp(), withoutRoutes(),
				withSubordinateIds(), withUnstatedPrivileges(), withUnknownCgroups(), foldersOfVolumes()).flatMap(List::stream).toList();
	}

	private List<Finding> ofOtherEngines() {
		return notExpressed(those(container -> !containers.isForLxc(container)), names -> "No LXC configuration is written for " + names
				+ ": there is no 'engine lxc' below. Place the workload where there is one, or deploy it with the tools of its own engine.");
	}

	private List<Finding> ofOldLxc() {
		return notExpressed(those(containers::isForOldLxc), names -> "No LXC configuration is written for " + names
				+ ": keys are those of LXC 2.1 and later, and 'engine lxc' below is older. Update it.");
	}

	private List<Finding> withoutImage() {
		return missing(those(container -> containers.isForLxc(container) && container.image().isEmpty()),
				names -> "No LXC configuration is written for " + names
						+ ": nobody stated what its root file system is made from. Add an 'image', as in 'image debian12'.");
	}

	private List<Finding> apartFromVolumes() {
		return notExpressed(those(container -> containers.isForLxc(container) && !containers.hasFoldersOnly(container)),
				names -> "No LXC configuration is written for " + names + ": LXC mounts whole volumes of the same host only, and one disk is "
						+ "part of a volume, or its volume stands elsewhere, nobody stated where, or it is shared with a virtual machine or "
						+ "with a container of other privileges. Give the workload a volume of its own on its host.");
	}

	private List<Finding> withRootOfAnySize() {
		return notExpressed(written(container -> container.attachments().boot().filter(LxcFindings::hasSize).isPresent()),
				names -> "The root file system of " + names + " is a folder of its host, which LXC holds to no size: 'boot' limits nothing. "
						+ "Set a quota on the host.");
	}

	private List<Finding> volumesOfAnySize() {
		return notExpressed(folders(volume -> volume.sizeBytes().isPresent()), names -> "Volume " + names
				+ " is a folder of its host, which LXC holds to no size: 'size' limits nothing. Set a quota on the host.");
	}

	private List<Finding> byDhcp() {
		return assumed(written(container -> NicAddresses.hasSomeByDhcp(topology, container)), names -> "Addresses of " + names
				+ " come by DHCP, since nobody stated them. Let a DHCP server answer on the networks, and use a root file system that asks "
				+ "on eth0 and what follows, or write the addresses into the placement file; the MAC addresses stand in the configuration.");
	}

	private List<Finding> withoutRoutes() {
		return assumed(written(container -> NicAddresses.hasStatedOnly(topology, container)), names -> "Addresses of " + names
				+ " are those that the placement file keeps, and nobody stated a gateway or name servers to go with them: nothing beyond the "
				+ "networks themselves is reached. Use a root file system that leaves eth0 and what follows as they are; where more is needed, "
				+ "prepare it for that.");
	}

	private List<Finding> withSubordinateIds() {
		return assumed(written(container -> isStated(container) && !SystemContainers.isPrivileged(container)), names -> "Users of " + names
				+ " are " + range());
	}

	private List<Finding> withUnstatedPrivileges() {
		return assumed(written(container -> !isStated(container)), names -> "Nobody stated whether root of " + names
				+ " is the host's, so it is not: write 'unprivileged' to keep it so, or 'privileged'. Its users are " + range());
	}

	private static String range() {
		var last = SystemContainers.FIRST_SUBORDINATE_ID + SystemContainers.SUBORDINATE_IDS - 1;
		return SystemContainers.FIRST_SUBORDINATE_ID + " to " + last + " on the host, as for all its unprivileged containers: the range that "
				+ "useradd hands out first (login.defs). Nobody stated another. Where package uidmap is installed, /etc/subuid and "
				+ "/etc/subgid must give it to root, and to nobody else: 'usermod --add-subuids " + SystemContainers.FIRST_SUBORDINATE_ID + "-" + last
				+ " --add-subgids " + SystemContainers.FIRST_SUBORDINATE_ID + "-" + last + " root'.";
	}

	private List<Finding> withUnknownCgroups() {
		return assumed(written(container -> isLimited(container)
				&& topology.platformOf(container).operatingSystem().flatMap(OperatingSystem::cgroup).isEmpty()), names -> "Limits of " + names
						+ " are written for both versions of control groups, since nobody stated the host's. LXC passes over the other one.");
	}

	private List<Finding> foldersOfVolumes() {
		return assumed(folders(volume -> true), names -> "Nobody stated where volume " + names
				+ " stands in its containers: it is the folder of its name below /srv there, and below /srv/vcdsl on the host.");
	}

	private static boolean hasSize(Disk disk) {
		return disk.sizeBytes().isPresent();
	}

	private static boolean isStated(SystemContainer container) {
		return container.traits().privileged().isPresent();
	}

	private static boolean isLimited(SystemContainer container) {
		return container.memoryBytes().isPresent() || container.cpuMillicores().isPresent();
	}

	private List<SystemContainer> written(Predicate<SystemContainer> condition) {
		return those(container -> containers.isWritten(container) && condition.test(container));
	}

	private List<SystemContainer> those(Predicate<SystemContainer> condition) {
		return containers.all().stream().filter(condition).toList();
	}

	private List<Volume> folders(Predicate<Volume> condition) {
		return topology.volumes().values().stream().filter(containers::isFolder).filter(condition).toList();
	}
}
