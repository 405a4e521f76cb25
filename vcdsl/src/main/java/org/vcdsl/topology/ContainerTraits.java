package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * How a container runs, as far as stated.
 *
 * @param engine name of the kind of engine that is to run it; any when absent
 * @param runtime the low-level runtime: {@code crun 1.8}
 * @param privileged whether its root is the host's
 * @param requirements what it needs beside what its image needs
 */
public record ContainerTraits(Optional<String> engine, Optional<Software> runtime, Optional<Isolation> isolation,
		Optional<Boolean> privileged, List<Requirement> requirements) {

	/** Nothing is stated. */
	public static final ContainerTraits UNSTATED = new ContainerTraits(Optional.empty(), Optional.empty(), Optional.empty(),
			Optional.empty(), List.of());

	public ContainerTraits {
		requirements = List.copyOf(requirements);
	}

	/** Whether it is stated that its root is the host's. */
	public boolean isPrivileged() {
		return privileged.orElse(false);
	}

	/** Whether it brings its own kernel instead of borrowing one. */
	public boolean bringsKernel() {
		return isolation.filter(Isolation::bringsKernel).isPresent();
	}
}
