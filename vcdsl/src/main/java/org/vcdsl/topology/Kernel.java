package org.vcdsl.topology;

import java.util.Optional;

/**
 * A kernel that runs on a host or in a virtual machine.
 *
 * @param release what {@code uname -r} answers, as far as stated; a distribution's own name, such as {@code 6.1.0-28}
 * @param upstream the version whose features and fixes it has; known to major and minor only where a distribution's name or a
 *        catalogue entry is all there is
 * @param backported whether its vendor carries features of newer kernels back, so that a low version proves nothing
 */
public record Kernel(KernelFamily family, Optional<String> release, Optional<Version> upstream, boolean backported) {

	/** As an architect names it: {@code kernel 6.1.0-28}. */
	public String label() {
		return "kernel " + release.or(() -> upstream.map(Version::toString)).orElse("of unstated version");
	}
}
