package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a host is built of, as far as stated.
 *
 * @param architecture as OCI names it: {@code amd64}
 * @param cpuModel the newest CPU model it offers to its guests: {@code x86-64-v3}
 * @param diskBytes storage of its own
 * @param ports its network ports, in the order written
 * @param powerWatts what it draws at most
 * @param reservedMemoryBytes what it keeps for itself
 */
public record Hardware(Optional<String> architecture, Optional<String> cpuModel, OptionalInt cores, OptionalLong memoryBytes,
		OptionalLong diskBytes, List<Ports> ports, OptionalLong powerWatts, OptionalLong reservedMemoryBytes) {

	/** Nothing is stated. */
	public static final Hardware UNSTATED = new Hardware(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
			OptionalLong.empty(), List.of(), OptionalLong.empty(), OptionalLong.empty());

	public Hardware {
		ports = List.copyOf(ports);
	}

	/**
	 * Equal network ports.
	 *
	 * @param count at least 1
	 */
	public record Ports(int count, long bitsPerSecond) {
	}
}
