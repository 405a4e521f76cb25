package org.vcdsl.analysis.placement;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.analysis.kernel.Environment;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Which of its candidates a workload surely fails on: those without what starts it, and those whose kernel, engine or CPU refuses it. What
 * is unknown is no refusal. Members of one declaration are answered once for each environment.
 */
final class Suitability {

	private final Topology topology;
	private final KernelCompatibility compatibility;
	/** By the declaration of the workload. */
	private final Map<String, Map<Environment, Boolean>> refused = new HashMap<>();
	private final Map<List<String>, Map<String, List<String>>> suiting = new IdentityHashMap<>();

	Suitability(Topology topology, KernelCompatibility compatibility) {
		this.topology = topology;
		this.compatibility = compatibility;
	}

	/** Those of some candidates on which a workload does not surely fail; all when none is left. Members of a declaration share a list. */
	List<String> suiting(Workload workload, List<String> candidates) {
		return suiting.computeIfAbsent(candidates, any -> new HashMap<>()).computeIfAbsent(workload.declaration(), name -> {
			var left = candidates.stream().filter(platform -> !refuses(workload, topology.platform(platform))).toList();
			return left.isEmpty() || left.size() == candidates.size() ? candidates : left;
		});
	}

	private boolean refuses(Workload workload, ContainerHost platform) {
		return refused.computeIfAbsent(workload.declaration(), name -> new IdentityHashMap<>())
				.computeIfAbsent(compatibility.environments().of(platform), environment -> environment.isStated()
						&& (!isStarted(workload, platform) || fails(workload, environment)));
	}

	private static boolean isStarted(Workload workload, ContainerHost platform) {
		return Topology.engineOn(workload, platform).isPresent() || platform.hypervisor().isPresent() && workload.isMachine();
	}

	private boolean fails(Workload workload, Environment environment) {
		return compatibility.answersIn(workload, environment).anyMatch(answer -> answer.verdict() == Verdict.FAILS);
	}
}
