package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;

/**
 * An engine, a hypervisor, a C library or other software: what it needs, and where it behaves in a way of its own.
 *
 * @param architectures what it runs on or, of a hypervisor, what its guests may be
 * @param traits of what runs virtual machines
 * @param seccomp name of the {@link SeccompProfile} of its default profiles
 */
public record SoftwareFacts(SoftwareKind kind, String name, Optional<String> title, List<String> architectures, Traits traits,
		Optional<String> seccomp, List<SoftwareRequirement> requirements, List<SoftwareCase> cases, Provenance provenance)
		implements CatalogueFact {

	public SoftwareFacts {
		architectures = List.copyOf(architectures);
		requirements = List.copyOf(requirements);
		cases = List.copyOf(cases);
	}

	/**
	 * What is known of something that runs virtual machines, in the words of its source.
	 *
	 * @param platform what it stands on
	 */
	public record Traits(Optional<String> type, Optional<String> platform, Optional<String> liveMigration, Optional<String> snapshots,
			Optional<String> nested, Optional<String> microvm, Optional<String> memoryOverhead, Optional<String> bootTime) {
	}
}
