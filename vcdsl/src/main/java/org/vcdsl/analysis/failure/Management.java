package org.vcdsl.analysis.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Who manages what, and what of it hangs on one workload. While a manager or a control plane is down nothing is restarted or moved;
 * nothing that runs stops, so none of this is part of the failure model.
 *
 * @param circles hypervisors whose managers stand on them
 * @param soleManagers managers without another beside them
 * @param controlPlanes those that the loss of one member stops
 */
public record Management(List<Circle> circles, List<SoleManager> soleManagers, List<ControlPlane> controlPlanes) {

	public Management {
		circles = List.copyOf(circles);
		soleManagers = List.copyOf(soleManagers);
		controlPlanes = List.copyOf(controlPlanes);
	}

	/**
	 * Hypervisors that none of their managers can manage from the start, since each of these stands, through any nesting, on a hypervisor
	 * of the same circle. One manager that starts elsewhere, or on a container engine, is enough for there to be no circle. What is managed
	 * from one and is not part of it waits for it, and comes up managed.
	 *
	 * @param managers in the order of the topology
	 * @param platforms the hosts and virtual machines whose hypervisors they manage, in the order of the topology
	 */
	public record Circle(List<Workload> managers, List<ContainerHost> platforms) {

		public Circle {
			managers = List.copyOf(managers);
			platforms = List.copyOf(platforms);
		}
	}

	/**
	 * Workloads of one declaration, each of which alone manages hypervisors.
	 *
	 * @param platforms the hosts and virtual machines with these hypervisors, in the order of the topology
	 */
	public record SoleManager(List<Workload> members, List<ContainerHost> platforms) {

		public SoleManager {
			members = List.copyOf(members);
			platforms = List.copyOf(platforms);
		}
	}

	/**
	 * The members of a cluster with the role {@code control}.
	 *
	 * @param members at least one
	 * @param required how many of them must be up for it to work
	 */
	public record ControlPlane(Cluster cluster, List<Workload> members, int required) {

		public ControlPlane {
			members = List.copyOf(members);
		}

		/**
		 * Of Kubernetes, which keeps its state in etcd, a majority must be up: floor(n/2) + 1 of n (etcd documentation, FAQ, "What is
		 * failure tolerance?"). Of any other orchestrator nothing is certain but that the last one must.
		 */
		private static Optional<ControlPlane> of(Cluster cluster, List<Workload> members) {
			return Optional.of(new ControlPlane(cluster, members, cluster.isKubernetes() ? members.size() / 2 + 1 : 1))
					.filter(plane -> !members.isEmpty());
		}

		/** Whether it works on when any one of its members is lost. */
		public boolean toleratesALoss() {
			return required < members.size();
		}
	}

	/** Of a topology whose workloads are all placed; linear in hypervisors, their managers times nesting, and members of clusters. */
	public static Management of(Topology topology) {
		var managed = managedPlatforms(topology);
		return new Management(new ManagementOrder(topology, managed).circles(), soleManagers(topology, managed),
				topology.clusters().values().stream().flatMap(cluster -> controlPlane(topology, cluster).stream())
						.filter(plane -> !plane.toleratesALoss()).toList());
	}

	/** The control plane of a cluster; empty where nobody stated its members. Linear in the members of the cluster. */
	public static Optional<ControlPlane> controlPlane(Topology topology, Cluster cluster) {
		return ControlPlane.of(cluster, topology.controlMembers(cluster));
	}

	private static List<ContainerHost> managedPlatforms(Topology topology) {
		var machines = topology.workloads().values().stream().filter(VirtualMachine.class::isInstance).map(VirtualMachine.class::cast);
		return Stream.<ContainerHost>concat(topology.hosts().values().stream(), machines)
				.filter(platform -> !platform.managers().isEmpty()).toList();
	}

	private static List<SoleManager> soleManagers(Topology topology, List<ContainerHost> managed) {
		Function<ContainerHost, Workload> manager = platform -> topology.workloads().get(platform.managers().getFirst());
		return managed.stream().filter(platform -> platform.managers().size() == 1)
				.collect(Collectors.groupingBy(platform -> manager.apply(platform).declaration(), LinkedHashMap::new,
						Collectors.toList()))
				.values().stream().map(platforms -> new SoleManager(platforms.stream().map(manager).distinct().toList(), platforms))
				.toList();
	}
}
