package org.vcdsl.topology;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A hypervisor on a host.
 *
 * @param name of its kind: {@code kvm}
 * @param vcpuOvercommit virtual CPUs promised per core; 1 unless stated
 * @param memoryOvercommit memory promised per memory there is; 1 unless stated
 */
public record Hypervisor(String name, Optional<String> version, BigDecimal vcpuOvercommit, BigDecimal memoryOvercommit,
		SourceRange source) {

	/** As an architect names it: {@code kvm 6.2}. */
	public String label() {
		return version.map(number -> name + " " + number).orElse(name);
	}
}
