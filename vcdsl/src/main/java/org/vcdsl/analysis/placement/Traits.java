package org.vcdsl.analysis.placement;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** What workloads are, in the words of {@code forbid}. */
final class Traits {

	private Traits() {
	}

	static boolean has(Workload workload, Constraint.Trait trait) {
		return switch (trait) {
			case PRIVILEGED -> workload.isPrivileged();
			case NESTED -> workload instanceof VirtualMachine vm && vm.hypervisor().isPresent();
			case VM -> workload instanceof VirtualMachine;
			case MICROVM -> workload instanceof MicroVirtualMachine;
			case CONTAINER -> workload instanceof Container;
			case LXC -> workload instanceof SystemContainer;
			case POD -> workload instanceof Pod;
		};
	}

	/** Whether an engine starts it, and not a hypervisor. */
	static boolean isContainer(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> false;
			case MicroVirtualMachine vm -> false;
			case Container container -> true;
			case SystemContainer container -> true;
			case Pod pod -> true;
		};
	}
}
