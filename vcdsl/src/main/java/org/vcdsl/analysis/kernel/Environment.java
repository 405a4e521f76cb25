package org.vcdsl.analysis.kernel;

import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.OperatingSystem;

/**
 * What a workload finds where it stands, as far as stated. Hosts and virtual machines that are declared alike are one environment, so
 * that a question about it is answered once.
 *
 * @param isMachine whether it is inside a virtual machine
 * @param engines those that start containers there
 * @param hypervisor kind of the hypervisor that carries virtual machines there
 * @param cpuModel what is seen of the CPU
 * @param architecture of the CPU, as OCI names it
 */
public record Environment(boolean isMachine, Optional<OperatingSystem> system, List<ContainerEngine> engines, Optional<String> hypervisor,
		Optional<String> cpuModel, Optional<String> architecture) {

	public Environment {
		engines = List.copyOf(engines);
	}

	/** Whether anything is stated of what runs there. */
	public boolean isStated() {
		return system.isPresent() || !engines.isEmpty() || hypervisor.isPresent();
	}

	Optional<Kernel> kernel() {
		return system.map(OperatingSystem::kernel);
	}

	/** What the system is called, for readers. */
	String systemName() {
		return system.map(OperatingSystem::name).orElse("an operating system nobody stated");
	}
}
