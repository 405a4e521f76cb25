package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A virtual machine: it brings its own kernel and stands on a hypervisor.
 *
 * @param guest its operating system
 * @param hypervisor inside it, for virtual machines nested in it
 * @param engines container engines inside it
 * @param cpuModel what it sees of the CPU: {@code x86-64-v3}
 */
public record VirtualMachine(String name, String declaration, SourceRange source, Pool pool, Duties duties,
		Optional<OperatingSystem> guest, Optional<Hypervisor> hypervisor, List<ContainerEngine> engines, OptionalInt vcpus,
		Optional<String> cpuModel, Optional<Demand> memoryBytes, Attachments attachments, Optional<Migration> migration)
		implements Workload, ContainerHost {

	public VirtualMachine {
		engines = List.copyOf(engines);
	}

	@Override
	public Optional<OperatingSystem> operatingSystem() {
		return guest;
	}

	/** Size of its boot disk. */
	public OptionalLong bootBytes() {
		return attachments.boot().map(Disk::sizeBytes).orElseGet(OptionalLong::empty);
	}

	@Override
	public Optional<Demand> cpuMillicores() {
		return vcpus.stream().mapToObj(Demand::ofCores).findFirst();
	}

	@Override
	public boolean bringsKernel() {
		return true;
	}

	@Override
	public VirtualMachine withPool(Pool some) {
		return new VirtualMachine(name, declaration, source, some, duties, guest, hypervisor, engines, vcpus, cpuModel,
				memoryBytes, attachments, migration);
	}
}
