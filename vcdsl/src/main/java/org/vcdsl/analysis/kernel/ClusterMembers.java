package org.vcdsl.analysis.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Role;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * Members of a cluster, of one declaration, that run no container engine although their orchestrator starts containers.
 *
 * @param verdict unknown of members of the control plane, which may run without containers; all others are of no use
 */
public record ClusterMembers(Cluster cluster, List<ContainerHost> members, Verdict verdict) {

	public ClusterMembers {
		members = List.copyOf(members);
	}

	/** Of all clusters that have an orchestrator, in the order of the topology; linear. */
	public static List<ClusterMembers> withoutEngine(Topology topology) {
		var found = new ArrayList<ClusterMembers>();
		topology.clusters().values().stream().filter(cluster -> cluster.orchestrator().isPresent()).forEach(cluster -> cluster.members()
				.stream().map(topology::platform).filter(member -> member.engines().isEmpty())
				.collect(Collectors.groupingBy(ContainerHost::declaration, LinkedHashMap::new, Collectors.toList())).values()
				.forEach(members -> found.add(new ClusterMembers(cluster, members, isControl(members.getFirst()) ? Verdict.UNKNOWN : Verdict.FAILS))));
		return List.copyOf(found);
	}

	private static boolean isControl(ContainerHost member) {
		return switch (member) {
			case Host host -> false;
			case VirtualMachine vm -> vm.duties().role().equals(Optional.of(Role.CONTROL));
		};
	}
}
