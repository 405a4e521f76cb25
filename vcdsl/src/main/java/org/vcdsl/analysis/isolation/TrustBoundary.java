package org.vcdsl.analysis.isolation;

import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What an intruder in a workload has to overcome to get at the kernel of what it stands on, weakest first. Bare metal, the strongest, lies
 * between hosts and around no workload.
 */
public enum TrustBoundary {
	/** Nothing: its root is root there (Kubernetes documentation, Pod Security Standards; LXC documentation, Security). */
	NONE,
	/**
	 * Namespaces of the shared kernel. Each system call is answered by that kernel, whose one flaw opens it (NIST SP 800-190,
	 * Application Container Security Guide, 2017, 3.5.2 Shared kernel).
	 */
	PROCESS,
	/**
	 * The same, and root inside is nobody outside. The system calls are the same (user_namespaces(7); LXC documentation, Security, of
	 * unprivileged containers).
	 */
	USERNS,
	/** A kernel in user space, which answers system calls itself and asks the shared one for few (gVisor documentation, Security Model). */
	GVISOR,
	/** A small virtual machine around the container (Kata Containers documentation, Architecture). */
	KATA,
	/** A virtual machine with few devices, and so little of a monitor to attack (Firecracker documentation, Design). */
	MICROVM,
	/** A small Hyper-V virtual machine around the container (Microsoft, Windows containers, Isolation Modes). */
	HYPERV,
	/** A virtual machine (NIST SP 800-125A Rev. 1, Security Recommendations for Server-based Hypervisor Platforms, 2018). */
	VM;

	/** Runtimes that share the kernel and do no more than an engine asks for; of others a stated isolation has to say it. */
	private static final Set<String> PLAIN_RUNTIMES = Set.of("runc", "crun");

	/**
	 * The boundary around a workload. An engine that was told nothing shares the kernel; a system container that was told nothing is
	 * unprivileged, as artefacts make it. Absent when what is stated does not tell: a runtime without an isolation, or {@code privileged}
	 * behind an isolation, which by the runtime's own settings may hand the host's devices over (Kata Containers documentation,
	 * Privileged Kata Containers).
	 */
	public static Optional<TrustBoundary> around(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> Optional.of(VM);
			case MicroVirtualMachine vm -> Optional.of(MICROVM);
			case SystemContainer container -> Optional.of(container.isPrivileged() ? NONE : USERNS);
			case Container container -> around(container.traits(), container.isPrivileged());
			case Pod pod -> around(pod.traits(), pod.isPrivileged());
		};
	}

	private static Optional<TrustBoundary> around(ContainerTraits traits, boolean privileged) {
		var runtimeDecides = traits.isolation().isEmpty()
				&& traits.runtime().filter(runtime -> !PLAIN_RUNTIMES.contains(runtime.kind())).isPresent();
		if (runtimeDecides) {
			return Optional.empty();
		}
		var isolation = traits.isolation().orElse(Isolation.PROCESS);
		if (privileged) {
			return isolation == Isolation.PROCESS ? Optional.of(NONE) : Optional.empty();
		}
		return Optional.of(switch (isolation) {
			case PROCESS -> PROCESS;
			case USERNS -> USERNS;
			case GVISOR -> GVISOR;
			case KATA -> KATA;
			case HYPERV -> HYPERV;
		});
	}

	/** Whether the kernel below answers the workload's own system calls, so that one flaw of it lets an intruder out. */
	public boolean exposesKernel() {
		return compareTo(GVISOR) < 0;
	}
}
