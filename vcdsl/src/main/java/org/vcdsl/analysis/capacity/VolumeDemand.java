package org.vcdsl.analysis.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * What disks carve out of one volume, in bytes, each member of a group its own. Disks that are a whole volume carve nothing.
 *
 * @param sizeBytes of the volume
 */
public record VolumeDemand(Volume volume, long sizeBytes, List<Part> parts) {

	public VolumeDemand {
		parts = List.copyOf(parts);
	}

	/** All volumes of a known size, in the order of the topology; linear. */
	public static List<VolumeDemand> of(Topology topology) {
		var carved = new HashMap<String, List<Part>>();
		topology.workloads().values().forEach(workload -> add(workload, carved));
		return topology.volumes().values().stream().filter(volume -> volume.sizeBytes().isPresent())
				.map(volume -> new VolumeDemand(volume, volume.sizeBytes().getAsLong(),
						Part.merged(carved.getOrDefault(volume.name(), List.of()).stream())))
				.toList();
	}

	private static void add(Workload workload, HashMap<String, List<Part>> carved) {
		workload.attachments().all().filter(disk -> disk.sizeBytes().isPresent())
				.forEach(disk -> disk.volume().ifPresent(volume -> carved.computeIfAbsent(volume, name -> new ArrayList<>())
						.add(Part.of(workload.declaration(), disk.sizeBytes().getAsLong()))));
	}

	/** Whether all of it fits. */
	public boolean fits() {
		return Part.sum(parts).compareTo(Fraction.of(sizeBytes)) <= 0;
	}
}
