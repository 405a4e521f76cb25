package org.vcdsl.analysis.recovery;

import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Container;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/** Whether all disks of a workload are where another host reaches them. */
final class SharedDisks {

	private final Topology topology;

	SharedDisks(Topology topology) {
		this.topology = topology;
	}

	/** Why a workload cannot have its disks elsewhere, or why that is unknown. @param down names of the volumes that do not serve after the loss */
	Optional<Outcome> obstacle(Workload workload, Set<String> down) {
		return own(workload).or(() -> unreached(workload, down)).or(() -> unstated(workload));
	}

	private Optional<Outcome> own(Workload workload) {
		var attachments = workload.attachments();
		if (attachments.boot().stream().anyMatch(SharedDisks::isOwn)) {
			return staysDown("its boot disk is on the storage of '%s'".formatted(topology.standsOn(workload)));
		}
		return attachments.disks().stream().anyMatch(SharedDisks::isOwn)
				? staysDown("a disk of it is on the storage of '%s'".formatted(topology.standsOn(workload))) : Optional.empty();
	}

	private static boolean isOwn(Disk disk) {
		return disk.volume().isEmpty();
	}

	private Optional<Outcome> unreached(Workload workload, Set<String> down) {
		for (var name : workload.volumes()) {
			var volume = topology.volumes().get(name);
			if (volume.host().isPresent()) {
				return staysDown("volume '%s' lives and dies with '%s'".formatted(name, volume.host().get()));
			}
			if (down.contains(name)) {
				return staysDown("volume '%s' does not serve any more".formatted(name));
			}
		}
		return Optional.empty();
	}

	private Optional<Outcome> unstated(Workload workload) {
		var unplaced = workload.volumes().stream().map(topology.volumes()::get).filter(volume -> volume.hosts().isEmpty()).map(Volume::name)
				.findFirst();
		if (unplaced.isPresent()) {
			return Optional.of(new Outcome.Unknown("nobody stated where volume '%s' stands".formatted(unplaced.get())));
		}
		return startsFromDisk(workload) && workload.attachments().boot().isEmpty()
				? Optional.of(new Outcome.Unknown("nobody stated where its boot disk is ('boot 40 GiB on' a shared volume)")) : Optional.empty();
	}

	private static boolean startsFromDisk(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> true;
			case MicroVirtualMachine vm -> true;
			case SystemContainer container -> true;
			case Container container -> false;
			case Pod pod -> false;
		};
	}

	private static Optional<Outcome> staysDown(String reason) {
		return Optional.of(new Outcome.StaysDown(reason));
	}
}
