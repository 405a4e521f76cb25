package org.vcdsl.analysis.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * What others a privileged container has in its hands.
 *
 * @param members the privileged ones of one declaration
 * @param certain whether there is no boundary; else it is not to be told whether one is left
 * @param kernels the hosts and virtual machines that they stand on, each once
 * @param others workloads of other declarations that these kernels reach, at least one; not the machines with the kernels
 * @param services those that need one of the others
 */
public record PrivilegedReach(List<Workload> members, boolean certain, List<ContainerHost> kernels, List<Workload> others,
		List<Service> services) {

	public PrivilegedReach {
		members = List.copyOf(members);
		kernels = List.copyOf(kernels);
		others = List.copyOf(others);
		services = List.copyOf(services);
	}

	/**
	 * Those of a topology whose workloads are all placed, in its order. Takes time in the number of workloads, and for each declaration
	 * with privileged ones in what these reach and in what services need.
	 */
	public static List<PrivilegedReach> of(Topology topology, CompromiseModel model) {
		return topology.workloads().values().stream().filter(Workload::isPrivileged)
				.collect(Collectors.groupingBy(Workload::source, LinkedHashMap::new, Collectors.toList())).values().stream()
				.flatMap(members -> of(members, topology, model).stream()).toList();
	}

	private static Optional<PrivilegedReach> of(List<Workload> members, Topology topology, CompromiseModel model) {
		var first = members.getFirst();
		var certain = TrustBoundary.around(first).isPresent();
		var kernels = members.stream().map(topology::standsOn).distinct().map(topology::platform).toList();
		var names = kernels.stream().map(Element::name).collect(Collectors.toSet());
		var others = model.blastRadius(kernels).workloads().stream()
				.filter(workload -> !workload.declaration().equals(first.declaration()) && !names.contains(workload.name())).toList();
		return others.isEmpty() ? Optional.empty()
				: Optional.of(new PrivilegedReach(members, certain, kernels, others, needing(others, topology)));
	}

	private static List<Service> needing(List<Workload> workloads, Topology topology) {
		Predicate<String> reached = workloads.stream().map(Workload::name).collect(Collectors.toSet())::contains;
		return topology.services().values().stream()
				.filter(service -> service.needs().stream().anyMatch(need -> need.members().stream().anyMatch(reached))).toList();
	}
}
