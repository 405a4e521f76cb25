package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A physical server.
 *
 * @param location the rack, room or site it stands in
 * @param model name of the template it was declared with
 * @param uplinks names of the switches it is plugged into: any one suffices
 * @param address where it is managed: an IP address or a host name
 * @param powerWatts what it draws at most
 */
public record Host(String name, SourceRange source, Optional<String> location, Optional<String> model,
		Optional<String> address, Supply supply,
		List<String> uplinks, Optional<OperatingSystem> operatingSystem, Optional<Hypervisor> hypervisor,
		List<ContainerEngine> engines, OptionalInt cores, OptionalLong memoryBytes, OptionalLong powerWatts,
		Reliability reliability) implements ContainerHost {

	public Host {
		uplinks = List.copyOf(uplinks);
		engines = List.copyOf(engines);
	}
}
