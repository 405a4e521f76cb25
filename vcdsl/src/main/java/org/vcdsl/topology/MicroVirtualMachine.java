package org.vcdsl.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A virtual machine without firmware and most devices: it brings its own kernel and is run by a virtual machine monitor of its own.
 *
 * @param runtime the virtual machine monitor: {@code firecracker 1.9}
 */
public record MicroVirtualMachine(String name, String declaration, SourceRange source, Pool pool, Duties duties,
		Optional<OperatingSystem> guest, Optional<Software> runtime, OptionalInt vcpus, Optional<Demand> memoryBytes,
		Attachments attachments) implements Workload {

	@Override
	public Optional<Demand> cpuMillicores() {
		return vcpus.stream().mapToObj(Demand::ofCores).findFirst();
	}

	@Override
	public boolean bringsKernel() {
		return true;
	}

	@Override
	public MicroVirtualMachine withPool(Pool some) {
		return new MicroVirtualMachine(name, declaration, source, some, duties, guest, runtime, vcpus, memoryBytes, attachments);
	}
}
