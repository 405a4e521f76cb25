package org.vcdsl.analysis.scheduling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.Foundations;
import org.vcdsl.analysis.placement.FailureDomains;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Whether what a service needs survives the loss of a failure domain wherever schedulers put pods.
 *
 * <p>Every need of pods, by the service or by what it rests on, is looked at for itself: of the pods it names as many are counted as lost as may stand
 * in one failure domain at most. When all are survived, so is the loss, since the failure model is monotone and everything else stands where it
 * did. That errs on one side only: what is called doubtful may survive all the same.
 */
final class Survival {

	private final Topology topology;
	private final Map<String, PodGroup> groups;
	private final Map<String, WorstCase> worstCases = new HashMap<>();

	/** @param groups by the names of their declarations */
	Survival(Topology topology, Map<String, PodGroup> groups, FailureDomains domains) {
		this.topology = topology;
		this.groups = groups;
		groups.forEach((name, group) -> worstCases.put(name, new WorstCase(group, domains)));
	}

	/** Names of the declarations of pods with which the loss of one failure domain of a kind may take too much; empty when it never does. */
	List<String> doubtful(Service service, FailureDomain kind) {
		var below = Foundations.of(topology, service);
		var lost = Stream.concat(service.needs().stream(), below.stream().flatMap(workload -> workload.duties().needs().stream()).distinct())
				.filter(need -> groups.containsKey(declaration(need)) && kinds(kind).anyMatch(each -> mayBeLost(need, each)))
				.map(this::declaration);
		var unlike = below.stream().map(Workload::declaration).filter(groups::containsKey).distinct()
				.filter(name -> !areNodesAlike(groups.get(name)));
		return Stream.concat(lost, unlike).distinct().toList();
	}

	/** A need names members of one declaration. */
	private String declaration(Need need) {
		return topology.workloads().get(need.members().getFirst()).declaration();
	}

	/** A kernel that is lost takes the machines above it, too. */
	private static Stream<FailureDomain> kinds(FailureDomain kind) {
		return kind == FailureDomain.KERNEL ? Stream.of(kind, FailureDomain.HOST) : Stream.of(kind);
	}

	private boolean mayBeLost(Need need, FailureDomain kind) {
		return need.members().size() - worstCases.get(declaration(need)).most(kind) < need.required();
	}

	/** On machines with other networks, or that need something else, a pod is up and reached when others are not. */
	private boolean areNodesAlike(PodGroup group) {
		return group.nodes().stream().map(topology::platform).map(node -> node instanceof VirtualMachine vm ? List.of(vm.nics(), vm.duties().needs())
				: List.of()).distinct().count() <= 1;
	}
}
