package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/** What workloads stand on: containers borrow the kernel of its operating system, virtual machines need its hypervisor. */
public sealed interface ContainerHost extends Element permits Host, VirtualMachine {

	/** Absent when nobody stated it. */
	Optional<OperatingSystem> operatingSystem();

	Optional<Hypervisor> hypervisor();

	List<ContainerEngine> engines();

	/** Names of the workloads that manage its hypervisor; none where nobody stated one. */
	default List<String> managers() {
		return hypervisor().map(Hypervisor::managers).orElse(List.of());
	}
}
