package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * An application container: it borrows the kernel of what it stands on, unless its isolation brings one.
 *
 * @param image name of its image
 * @param cpuMillicores thousandths of a CPU core
 */
public record Container(String name, String declaration, SourceRange source, Pool pool, Duties duties, Optional<String> image,
		ContainerTraits traits, Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes, List<PublishedPort> ports,
		Attachments attachments) implements Workload {

	public Container {
		ports = List.copyOf(ports);
	}

	@Override
	public boolean bringsKernel() {
		return traits.bringsKernel();
	}

	@Override
	public boolean isPrivileged() {
		return traits.isPrivileged();
	}

	@Override
	public Container withPool(Pool some) {
		return new Container(name, declaration, source, some, duties, image, traits, cpuMillicores, memoryBytes, ports, attachments);
	}
}
