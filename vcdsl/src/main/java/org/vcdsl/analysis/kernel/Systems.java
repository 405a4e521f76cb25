package org.vcdsl.analysis.kernel;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.kernel.catalogue.KernelAbilities;
import org.vcdsl.analysis.kernel.catalogue.SoftwareNeeds;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.topology.OperatingSystem;

/** What the catalogue knows of the systems of environments, each looked up once. */
final class Systems {

	private final Catalogue catalogue;
	private final Map<Environment, Optional<KernelAbilities>> abilities = new IdentityHashMap<>();

	Systems(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** What its kernel can do; absent where nobody stated a system. */
	Optional<KernelAbilities> abilities(Environment environment) {
		return abilities.computeIfAbsent(environment, any -> environment.kernel()
				.map(kernel -> KernelAbilities.on(release(environment), catalogue, kernel, environment.architecture())));
	}

	/** What software needs of it; absent where nobody stated a system. */
	Optional<SoftwareNeeds> needs(Environment environment) {
		return abilities(environment).map(known -> new SoftwareNeeds(catalogue, environment.kernel().orElseThrow(), known,
				environment.system().flatMap(OperatingSystem::cgroup), environment.architecture()));
	}

	/** What is known of its release. */
	Optional<ReleaseFacts> release(Environment environment) {
		return environment.system().map(OperatingSystem::name).flatMap(catalogue::release);
	}
}
