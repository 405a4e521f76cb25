package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A virtual machine: it brings its own kernel and stands on a hypervisor.
 *
 * @param guest its operating system
 * @param engines container engines inside it
 * @param volumes names of the volumes it mounts whole, in the order written
 * @param bootBytes size of its boot disk
 */
public record VirtualMachine(String name, String declaration, SourceRange source, String standsOn,
		Optional<OperatingSystem> guest, List<ContainerEngine> engines, OptionalInt vcpus, Optional<Demand> memoryBytes,
		List<String> volumes, OptionalLong bootBytes, List<String> nics, Optional<Migration> migration)
		implements Workload, ContainerHost {

	/** How a virtual machine may move to another host. */
	public enum Migration {
		/** While it runs. */
		LIVE,
		/** Only while it is stopped. */
		COLD
	}

	public VirtualMachine {
		engines = List.copyOf(engines);
		volumes = List.copyOf(volumes);
		nics = List.copyOf(nics);
	}

	@Override
	public Optional<OperatingSystem> operatingSystem() {
		return guest;
	}
}
