package org.vcdsl.topology;

import java.util.Optional;

/**
 * A program that the catalogue knows by its kind: a runtime, an orchestrator, a C library, an init system.
 *
 * @param kind for instance {@code firecracker}
 */
public record Software(String kind, Optional<String> version) {

	/** As an architect names it: {@code firecracker 1.9}. */
	public String label() {
		return version.map(number -> kind + " " + number).orElse(kind);
	}
}
