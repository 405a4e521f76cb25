package org.vcdsl.topology;

import java.util.Optional;

/**
 * A whole userland with an init system of its own on a borrowed kernel.
 *
 * @param image name of its image
 * @param cpuMillicores thousandths of a CPU core
 */
public record SystemContainer(String name, String declaration, SourceRange source, Pool pool, Duties duties, Optional<String> image,
		ContainerTraits traits, Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes, Attachments attachments,
		Optional<Migration> migration) implements Workload {

	@Override
	public boolean bringsKernel() {
		return false;
	}

	@Override
	public boolean isPrivileged() {
		return traits.isPrivileged();
	}

	@Override
	public SystemContainer withPool(Pool some) {
		return new SystemContainer(name, declaration, source, some, duties, image, traits, cpuMillicores, memoryBytes,
				attachments, migration);
	}
}
