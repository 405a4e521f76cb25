package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * What is placed on a host.
 *
 * <p>A declaration with {@code replicas} or a range makes one workload a member: {@code web[1]}, {@code web[2]}.
 */
public sealed interface Workload extends Element permits VirtualMachine, MicroVirtualMachine, Container, SystemContainer, Pod {

	/** What it may stand on; the topology knows on which of these it is placed. */
	Pool pool();

	/** The same workload, with something else that it may stand on. */
	Workload withPool(Pool some);

	Duties duties();

	Attachments attachments();

	/** What it asks for in bytes; absent when nobody stated it. */
	Optional<Demand> memoryBytes();

	/** What it asks for in thousandths of a CPU core, a virtual CPU being one; absent when nobody stated it. */
	Optional<Demand> cpuMillicores();

	/** Names of the networks it is attached to, in the order written. */
	default List<String> nics() {
		return attachments().nics();
	}

	/** The ports of what it stands on at which it answers, in the order written. */
	default List<PublishedPort> ports() {
		return List.of();
	}

	/** Names of all volumes it cannot do without, whole or in part, each once. */
	default List<String> volumes() {
		return attachments().volumes();
	}

	/** Whether a hypervisor starts it; an engine starts all others. */
	default boolean isMachine() {
		return switch (this) {
			case VirtualMachine vm -> true;
			case MicroVirtualMachine vm -> true;
			case Container container -> false;
			case SystemContainer container -> false;
			case Pod pod -> false;
		};
	}

	/** Whether it runs on a kernel that it brings with it. */
	boolean bringsKernel();

	/** Whether it is stated that its root is that of what it stands on. */
	default boolean isPrivileged() {
		return false;
	}
}
