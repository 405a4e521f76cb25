package org.vcdsl.analysis.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.topology.Disk;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Volumes of which somebody attaches all, and who else has something of them.
 *
 * @param volumes at least one: members of a group with the same users are told together
 * @param whole those that attach all of them, at least one, in the order of the topology
 * @param carved those that carve something out of them, in the order of the topology
 */
public record WholeVolume(List<Volume> volumes, List<Workload> whole, List<Workload> carved) {

	public WholeVolume {
		volumes = List.copyOf(volumes);
		whole = List.copyOf(whole);
		carved = List.copyOf(carved);
	}

	/** Who uses a volume, while all workloads are gone through. */
	private record Users(List<Workload> whole, List<Workload> carved) {

		Users() {
			this(new ArrayList<>(), new ArrayList<>());
		}

		void add(Workload workload, Disk disk) {
			var users = disk.sizeBytes().isPresent() ? carved : whole;
			if (users.isEmpty() || users.getLast() != workload) {
				users.add(workload);
			}
		}
	}

	private record Group(SourceRange volumes, Users users) {
	}

	/** All of them, in the order of the first that uses each; linear in the disks. */
	public static List<WholeVolume> of(Topology topology) {
		var users = new LinkedHashMap<String, Users>();
		topology.workloads().values().forEach(workload -> disks(workload).forEach(disk -> disk.volume()
				.ifPresent(volume -> users.computeIfAbsent(volume, name -> new Users()).add(workload, disk))));
		var groups = new LinkedHashMap<Group, List<Volume>>();
		users.forEach((name, own) -> {
			if (!own.whole().isEmpty()) {
				var volume = topology.volumes().get(name);
				groups.computeIfAbsent(new Group(volume.source(), own), first -> new ArrayList<>()).add(volume);
			}
		});
		return groups.entrySet().stream()
				.map(group -> new WholeVolume(group.getValue(), group.getKey().users().whole(), group.getKey().users().carved())).toList();
	}

	private static Stream<Disk> disks(Workload workload) {
		return Stream.concat(workload.attachments().boot().stream(), workload.attachments().disks().stream());
	}

	/** Whether all of something is attached while another has it too, or a part of it is carved out. */
	public boolean isTakenTwice() {
		return whole.size() + carved.size() > 1;
	}
}
