package org.vcdsl.topology;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A kernel that runs on a host or in a virtual machine.
 *
 * @param release what {@code uname -r} answers, as far as stated; a distribution's own name, such as {@code 6.1.0-28}
 * @param upstream the version whose features and fixes it has; known to major and minor only where a distribution's name or a
 *        catalogue entry is all there is
 * @param backported whether its vendor carries features of newer kernels back, so that a low version proves nothing
 * @param options values stated for its configuration, {@code y}, {@code m} or {@code n} by symbol without {@code CONFIG_}, sorted
 * @param parameters what it is booted with, in the order written
 */
public record Kernel(KernelFamily family, Optional<String> release, Optional<Version> upstream, boolean backported,
		Map<String, String> options, List<String> parameters) {

	public Kernel {
		options = options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(options));
		parameters = List.copyOf(parameters);
	}

	/** A kernel of which neither options nor parameters are stated. */
	public Kernel(KernelFamily family, Optional<String> release, Optional<Version> upstream, boolean backported) {
		this(family, release, upstream, backported, Map.of(), List.of());
	}

	/** As an architect names it: {@code kernel 6.1.0-28}. */
	public String label() {
		return "kernel " + release.or(() -> upstream.map(Version::toString)).orElse("of unstated version");
	}
}
