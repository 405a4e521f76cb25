package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * An application container: it borrows the kernel of what it stands on.
 *
 * @param image name of its image
 * @param cpuMillicores thousandths of a CPU core
 */
public record Container(String name, String declaration, SourceRange source, String standsOn, Optional<String> image,
		Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes, List<PublishedPort> ports, List<String> nics)
		implements Workload {

	public Container {
		ports = List.copyOf(ports);
		nics = List.copyOf(nics);
	}
}
