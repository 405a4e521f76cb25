package org.vcdsl.analysis.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Requirement;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What of a container, a system container or a container in a pod decides where it runs. Those that are alike ask the same questions.
 *
 * @param container name of the container in its pod; empty for other workloads
 * @param image name of its image
 * @param requirements its own, beside those of its image
 * @param engine name of the kind of engine that is to start it
 * @param isSystem whether it starts an init system of its own
 * @param isPrivileged whether nothing filters its system calls
 */
record Asker(Optional<String> container, Optional<String> image, List<Requirement> requirements, Optional<Isolation> isolation,
		Optional<String> engine, boolean isSystem, boolean isPrivileged) {

	/** Those of a workload, in the order of its text; none of one that is a virtual machine. */
	static Stream<Asker> of(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> Stream.empty();
			case MicroVirtualMachine vm -> Stream.empty();
			case Container container -> Stream.of(new Asker(Optional.empty(), container.image(), container.traits().requirements(),
					container.traits().isolation(), container.traits().engine(), false, container.traits().privileged().orElse(false)));
			case SystemContainer container -> Stream.of(new Asker(Optional.empty(), container.image(), container.traits().requirements(),
					container.traits().isolation(), container.traits().engine(), true, container.traits().privileged().orElse(false)));
			case Pod pod -> pod.containers().stream().map(member -> new Asker(Optional.of(member.name()), member.image(),
					member.requirements(), pod.traits().isolation(), pod.traits().engine(), false, member.privileged().orElse(false)));
		};
	}

	/** Whether the kernel below is hidden from it. */
	boolean hasKernelBetween() {
		return isolation.filter(kind -> kind.bringsKernel() || kind == Isolation.GVISOR).isPresent();
	}

	/** The engine that would start it in an environment. */
	Optional<ContainerEngine> engineIn(Environment environment) {
		return ContainerEngine.starting(environment.engines(), engine, isSystem);
	}
}
