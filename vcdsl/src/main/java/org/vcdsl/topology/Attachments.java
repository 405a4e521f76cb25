package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The storage and networks of a workload.
 *
 * @param boot the disk it starts from, as far as stated
 * @param disks its other disks, in the order written
 * @param nics names of the networks it is attached to, in the order written
 */
public record Attachments(Optional<Disk> boot, List<Disk> disks, List<String> nics) {

	/** Nothing is stated. */
	public static final Attachments NONE = new Attachments(Optional.empty(), List.of(), List.of());

	public Attachments {
		disks = List.copyOf(disks);
		nics = List.copyOf(nics);
	}

	/** All disks, the boot disk first. */
	public Stream<Disk> all() {
		return Stream.concat(boot.stream(), disks.stream());
	}

	/** Names of all volumes it cannot do without, whole or in part, each once. */
	public List<String> volumes() {
		return all().flatMap(disk -> disk.volume().stream()).distinct().toList();
	}
}
