package org.vcdsl.topology;

import java.util.Optional;

/**
 * A container engine on a host or in a virtual machine.
 *
 * @param name of its kind: {@code docker}
 */
public record ContainerEngine(String name, Optional<String> version, SourceRange source) {

	/** As an architect names it: {@code docker 27.3}. */
	public String label() {
		return version.map(number -> name + " " + number).orElse(name);
	}
}
