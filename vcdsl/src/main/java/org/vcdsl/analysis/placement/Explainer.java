package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** Explains workloads of a topology that are placed. */
public final class Explainer {

	private final Topology topology;
	private final KernelCompatibility compatibility;
	private final Alternatives alternatives;

	/** With what is known of the things the topology names. */
	public Explainer(Topology topology, Catalogue catalogue) {
		this.topology = topology;
		this.compatibility = new KernelCompatibility(topology, catalogue);
		this.alternatives = new Alternatives(topology, compatibility);
	}

	/** A workload on a host or virtual machine. */
	public Explanation explain(Workload workload, ContainerHost platform) {
		var standsThere = topology.standsOn(workload).equals(platform.name());
		var compared = compatibility.answersOn(workload, platform);
		return new Explanation(workload, platform, standsThere, workload.bringsKernel() ? workload : platform,
				system(workload, platform), starter(workload, platform), compared,
				compared.stream().anyMatch(answer -> answer.answer().verdict() == Verdict.FAILS) ? Optional.empty()
						: alternatives.decisiveObstacle(workload, platform));
	}

	/** The others that carry something, those with equal outcomes together: the decisive reason why not, or empty where it could stand. */
	public Map<Optional<String>, List<ContainerHost>> elsewhere(Workload workload) {
		var outcomes = new LinkedHashMap<Optional<String>, List<ContainerHost>>();
		compatibility.environments().platforms().values().stream().flatMap(List::stream)
				.filter(platform -> !platform.name().equals(topology.standsOn(workload)) && isPlace(platform, workload))
				.forEach(platform -> outcomes.computeIfAbsent(alternatives.decisiveObstacle(workload, platform), any -> new ArrayList<>())
						.add(platform));
		return outcomes;
	}

	private static boolean isPlace(ContainerHost platform, Workload workload) {
		return switch (platform) {
			case VirtualMachine vm -> !vm.name().equals(workload.name()) && (!vm.engines().isEmpty() || vm.hypervisor().isPresent());
			case Host host -> true;
		};
	}

	/** Of a kernel that an isolation brings along nobody states anything. */
	private static Optional<OperatingSystem> system(Workload workload, ContainerHost platform) {
		return switch (workload) {
			case VirtualMachine vm -> vm.guest();
			case MicroVirtualMachine vm -> vm.guest();
			case Container container -> container.bringsKernel() ? Optional.empty() : platform.operatingSystem();
			case SystemContainer container -> platform.operatingSystem();
			case Pod pod -> pod.bringsKernel() ? Optional.empty() : platform.operatingSystem();
		};
	}

	private Optional<String> starter(Workload workload, ContainerHost platform) {
		return Topology.engineOn(workload, platform).map(ContainerEngine::label).map("engine "::concat)
				.or(() -> workload.bringsKernel() ? platform.hypervisor().map(Hypervisor::label).map("hypervisor "::concat) : Optional.empty());
	}
}
