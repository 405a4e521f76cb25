package org.vcdsl.pipeline;

import java.util.List;

import org.vcdsl.backend.Backend;

/** All backends there are, in the order in which their artefacts are listed. */
public final class Backends {

	private Backends() {
	}

	public static List<Backend> all() {
		return List.of();
	}
}
