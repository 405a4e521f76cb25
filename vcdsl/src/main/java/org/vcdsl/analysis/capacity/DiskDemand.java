package org.vcdsl.analysis.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * What is kept on the disks of one host, in bytes: disks that its guests have on the host's own storage, and volumes that stand on this
 * host alone.
 *
 * <p>The disks of what stands in a virtual machine lie in those of the machine and do not count again. What nobody stated adds nothing.
 *
 * @param diskBytes what it has
 */
public record DiskDemand(Host host, long diskBytes, List<Part> parts) {

	public DiskDemand {
		parts = List.copyOf(parts);
	}

	/** All hosts with a known disk, in the order of the topology, also those on which nothing is kept; linear. */
	public static List<DiskDemand> of(Topology topology) {
		var guests = topology.guests();
		var volumes = new HashMap<String, List<Volume>>();
		topology.volumes().values().stream().filter(volume -> volume.hosts().size() == 1)
				.forEach(volume -> volumes.computeIfAbsent(volume.hosts().getFirst(), name -> new ArrayList<>()).add(volume));
		return topology.hosts().values().stream().filter(host -> host.hardware().diskBytes().isPresent())
				.map(host -> new DiskDemand(host, host.hardware().diskBytes().getAsLong(), Part.merged(parts(host, guests, volumes))))
				.toList();
	}

	private static Stream<Part> parts(Host host, Map<String, List<Workload>> guests, Map<String, List<Volume>> volumes) {
		return Stream.concat(guests.getOrDefault(host.name(), List.of()).stream().flatMap(DiskDemand::ownDisks),
				volumes.getOrDefault(host.name(), List.of()).stream().flatMap(DiskDemand::copies));
	}

	private static Stream<Part> ownDisks(Workload workload) {
		return ownDiskBytes(workload).mapToObj(size -> Part.of(workload.declaration(), size));
	}

	/** The sizes of the disks that a workload has on the storage of the host it stands on. */
	static LongStream ownDiskBytes(Workload workload) {
		return workload.attachments().all().filter(disk -> disk.volume().isEmpty()).mapToLong(disk -> disk.sizeBytes().orElseThrow());
	}

	/** All copies of a volume; none when nobody stated its size. */
	static Stream<Part> copies(Volume volume) {
		return volume.sizeBytes().stream().mapToObj(size -> new Part(volume.declaration(), Fraction.of(size), volume.copies()));
	}

	/** What is left of the disk; negative when more is kept than there is. */
	public Fraction free() {
		return Fraction.of(diskBytes).minus(Part.sum(parts));
	}
}
