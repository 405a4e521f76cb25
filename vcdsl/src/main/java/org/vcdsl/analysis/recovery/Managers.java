package org.vcdsl.analysis.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.vcdsl.analysis.failure.Management;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Recovery;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Who starts workloads again, and where: what manages the hypervisor below a virtual machine, on the hypervisors that it manages, too; the
 * orchestrator of a cluster what is declared in it, and every pod on its members, on these. The former is up when the workload that manages
 * is, the latter when its control plane is: of Kubernetes a majority, of others all; with only some of these up it is unknown.
 */
final class Managers {

	private final Topology topology;
	/** By the name of the member. */
	private final Map<String, List<Cluster>> clusters = new HashMap<>();

	/**
	 * What some managers can do after a loss.
	 *
	 * @param reach whether they start a workload on a platform
	 * @param obstacle why nobody does, or why that is unknown; empty when somebody does
	 */
	record Answer(Predicate<ContainerHost> reach, Optional<Outcome> obstacle) {
	}

	Managers(Topology topology) {
		this.topology = topology;
		topology.clusters().values().stream().filter(cluster -> cluster.orchestrator().isPresent()).forEach(cluster -> cluster.members()
				.forEach(member -> clusters.computeIfAbsent(member, any -> new ArrayList<>()).add(cluster)));
	}

	/** Who starts a workload again. @param down names of the workloads that are down after the loss */
	Answer of(Workload workload, Set<String> down) {
		var platform = topology.platformOf(workload);
		var managers = workload.isMachine() ? platform.managers().stream().filter(name -> !name.equals(workload.name())).toList()
				: List.<String>of();
		var orchestrating = clusters.getOrDefault(platform.name(), List.of()).stream().filter(cluster -> runs(cluster, workload)).toList();
		var up = managers.stream().filter(name -> !down.contains(name)).toList();
		var working = new ArrayList<Cluster>();
		var obstacles = new ArrayList<Outcome>();
		orchestrating.forEach(cluster -> obstacle(cluster, down).ifPresentOrElse(obstacles::add, () -> working.add(cluster)));
		if (up.isEmpty() && !managers.isEmpty()) {
			obstacles.add(lost(managers, "of what manages '%s', nothing is up".formatted(platform.name())));
		}
		if (!up.isEmpty() || !working.isEmpty()) {
			return new Answer(other -> other.managers().stream().anyMatch(up::contains)
					|| working.stream().anyMatch(clusters.getOrDefault(other.name(), List.of())::contains), Optional.empty());
		}
		return new Answer(any -> false, Optional.of(obstacles.stream().filter(Outcome.Unknown.class::isInstance).findFirst()
				.or(() -> obstacles.stream().findFirst()).orElseGet(() -> nobody(workload, platform))));
	}

	private static Outcome nobody(Workload workload, ContainerHost platform) {
		return new Outcome.StaysDown(workload.isMachine()
				? "nobody manages the hypervisor of '%s' ('managed by'), nor does the orchestrator of a cluster".formatted(platform.name())
				: "no orchestrator of a cluster runs it");
	}

	/** What an orchestrator runs: what is declared in its cluster, unless that is one of its machines, and every pod on these. */
	private static boolean runs(Cluster cluster, Workload workload) {
		return workload instanceof Pod || cluster.workloads().contains(workload.name()) && !cluster.members().contains(workload.name());
	}

	private Optional<Outcome> obstacle(Cluster cluster, Set<String> down) {
		var stated = Management.controlPlane(topology, cluster);
		if (stated.isEmpty()) {
			return Optional.of(new Outcome.Unknown("nobody stated the control plane of '%s' ('role control')".formatted(cluster.name())));
		}
		var plane = stated.get();
		var members = plane.members().stream().map(Workload::name).toList();
		var up = members.stream().filter(name -> !down.contains(name)).count();
		if (up == members.size() || cluster.isKubernetes() && up >= plane.required()) {
			return Optional.empty();
		}
		if (up >= plane.required()) {
			return Optional.of(new Outcome.Unknown(
					"of the control plane of '%s', %s of %s are up, and how many it needs is not known".formatted(cluster.name(), up, members.size())));
		}
		return Optional.of(lost(members, "of the control plane of '%s', %s of %s are up, and it needs %s".formatted(cluster.name(), up,
				members.size(), plane.required())));
	}

	/** Whether what manages comes back first is not followed. */
	private Outcome lost(List<String> managers, String reason) {
		var mayComeBack = managers.stream().map(topology.workloads()::get)
				.anyMatch(manager -> manager.duties().recovery().equals(Optional.of(Recovery.AUTO)));
		return mayComeBack ? new Outcome.Unknown(reason + ", unless that comes back first, which is not followed")
				: new Outcome.StaysDown(reason);
	}

}
