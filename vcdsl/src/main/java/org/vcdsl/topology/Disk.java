package org.vcdsl.topology;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A disk of a workload.
 *
 * @param volume name of the volume it is on; absent for the storage of the host it stands on, so that it cannot start elsewhere
 * @param sizeBytes what is carved out; absent when a whole volume is attached
 */
public record Disk(Optional<String> volume, OptionalLong sizeBytes) {

	public Disk {
		if (volume.isEmpty() && sizeBytes.isEmpty()) {
			throw new IllegalArgumentException("A disk is a volume or has a size");
		}
	}
}
