package org.vcdsl.topology;

import java.util.List;
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

	/**
	 * The engine of some that starts a container: of the kind it names, else the first that starts its like.
	 *
	 * @param forSystem whether it is a system container
	 */
	public static Optional<ContainerEngine> starting(List<ContainerEngine> engines, Optional<String> kind, boolean forSystem) {
		return engines.stream().filter(engine -> kind.map(engine.name::equals).orElse(engine.isForSystems() == forSystem)).findFirst();
	}

	/** As an architect names it: {@code docker 27.3}. */
	public String label() {
		return version.map(number -> name + " " + number).orElse(name);
	}
}
