package org.vcdsl.topology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A hypervisor on a host, or in a virtual machine.
 *
 * @param name of its kind: {@code kvm}
 * @param vcpuOvercommit virtual CPUs promised per core; 1 unless stated
 * @param memoryOvercommit memory promised per memory there is; 1 unless stated
 * @param managers names of the workloads that manage it: any one suffices
 * @param nested whether its guests may run hypervisors of their own
 */
public record Hypervisor(String name, Optional<String> version, BigDecimal vcpuOvercommit, BigDecimal memoryOvercommit,
		List<String> managers, boolean nested, SourceRange source) {

	public Hypervisor {
		managers = List.copyOf(managers);
	}

	/** As an architect names it: {@code kvm 6.2}. */
	public String label() {
		return version.map(number -> name + " " + number).orElse(name);
	}
}
