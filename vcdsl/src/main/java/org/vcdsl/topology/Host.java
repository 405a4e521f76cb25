package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * A physical server.
 *
 * @param location the rack, room or site it stands in
 * @param template name of the template it was declared with
 * @param uplinks names of the switches it is plugged into: any one suffices
 * @param address where it is managed: an IP address or a host name
 */
public record Host(String name, String declaration, SourceRange source, Optional<String> location, Optional<String> template,
		Optional<String> address, Supply supply, List<String> uplinks, Optional<OperatingSystem> operatingSystem,
		Optional<Hypervisor> hypervisor, List<ContainerEngine> engines, Hardware hardware, Reliability reliability)
		implements ContainerHost {

	public Host {
		uplinks = List.copyOf(uplinks);
		engines = List.copyOf(engines);
	}
}
