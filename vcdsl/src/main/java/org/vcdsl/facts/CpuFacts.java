package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;

/**
 * A CPU as a virtual machine sees it.
 *
 * @param isLevel whether it is a set of flags that programs are built for and no CPU of its own
 * @param base name of the level whose flags it has too
 * @param flags those it adds to its base
 */
public record CpuFacts(String name, Optional<String> architecture, boolean isLevel, Optional<String> base, List<String> flags,
		Provenance provenance) implements CatalogueFact {

	public CpuFacts {
		flags = List.copyOf(flags);
	}
}
