package org.vcdsl.topology;

import java.util.Optional;
import java.util.Set;

/**
 * A container engine on a host or in a virtual machine.
 *
 * @param name of its kind: {@code docker}
 */
public record ContainerEngine(String name, Optional<String> version, SourceRange source) {

	private static final Set<String> FOR_SYSTEMS = Set.of("lxc", "lxd", "incus");

	/** Whether it starts system containers, and no application containers. */
	public boolean isForSystems() {
		return FOR_SYSTEMS.contains(name);
	}

	/** As an architect names it: {@code docker 27.3}. */
	public String label() {
		return version.map(number -> name + " " + number).orElse(name);
	}
}
