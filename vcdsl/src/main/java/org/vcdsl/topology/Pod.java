package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/** Containers that an orchestrator starts and stops together: it is up when all of them are. */
public record Pod(String name, String declaration, SourceRange source, Pool pool, Duties duties, ContainerTraits traits,
		List<Member> containers, List<PublishedPort> ports, Attachments attachments) implements Workload {

	public Pod {
		containers = List.copyOf(containers);
		ports = List.copyOf(ports);
	}

	/**
	 * One of its containers.
	 *
	 * @param name its own, without the pod's: {@code proxy}
	 * @param image name of its image
	 * @param cpuMillicores thousandths of a CPU core
	 */
	public record Member(String name, SourceRange source, Optional<String> image, Optional<Boolean> privileged,
			List<Requirement> requirements, Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes) {

		public Member {
			requirements = List.copyOf(requirements);
		}
	}

	/** The sum over its containers that state it. */
	@Override
	public Optional<Demand> memoryBytes() {
		return containers.stream().flatMap(container -> container.memoryBytes().stream()).reduce(Demand::plus);
	}

	/** The sum over its containers that state it. */
	@Override
	public Optional<Demand> cpuMillicores() {
		return containers.stream().flatMap(container -> container.cpuMillicores().stream()).reduce(Demand::plus);
	}

	@Override
	public boolean bringsKernel() {
		return traits.bringsKernel();
	}

	/** One of its containers is enough. */
	@Override
	public boolean isPrivileged() {
		return containers.stream().anyMatch(container -> container.privileged().orElse(false));
	}

	@Override
	public Pod withPool(Pool some) {
		return new Pod(name, declaration, source, some, duties, traits, containers, ports, attachments);
	}
}
