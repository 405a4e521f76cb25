package org.vcdsl.analysis.isolation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What has what in its hands, derived from a topology and never written by hand.
 *
 * <ul>
 * <li>A kernel has all that stands on it: containers, which share it, and machines, whose memory and disks it holds; and so what stands on
 * these.
 * <li>A virtual machine is its kernel.
 * <li>A container breaks out to the kernel it borrows; how hard that is says {@link TrustBoundary}. What brings its own kernel reaches
 * nothing outwards.
 * <li>A manager has the kernels whose hypervisors it manages (NIST SP 800-125, Guide to Security for Full Virtualization Technologies,
 * 2011, 4.1), a member of the control plane of Kubernetes those of the members of its cluster (Kubernetes documentation, Operating etcd
 * clusters for Kubernetes, Securing etcd clusters: access to etcd is root in the cluster). Of other orchestrators nothing is certain.
 * </ul>
 * Whoever talks to whom over a network, or mounts the same volume, is not asked: that crosses no boundary of a kernel.
 *
 * <p>Made in time linear in the size of the topology.
 */
public final class CompromiseModel {

	/**
	 * Who has what in its hands by managing it.
	 *
	 * @param controllers each of which suffices
	 */
	private record Control(List<Workload> controllers, List<ContainerHost> controlled) {
	}

	private final Topology topology;
	private final Map<String, List<Workload>> guests;
	private final Map<String, List<Control>> byController = new HashMap<>();
	private final Map<String, List<Control>> byControlled = new HashMap<>();

	/** Of a topology whose workloads are all placed. */
	public CompromiseModel(Topology topology) {
		this.topology = topology;
		this.guests = topology.guests();
		Stream.concat(hypervisors(), clusters()).forEach(control -> {
			control.controllers.forEach(one -> byController.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(control));
			control.controlled.forEach(one -> byControlled.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(control));
		});
	}

	private Stream<Control> hypervisors() {
		var machines = topology.workloads().values().stream().filter(VirtualMachine.class::isInstance).map(VirtualMachine.class::cast);
		return Stream.<ContainerHost>concat(topology.hosts().values().stream(), machines)
				.filter(platform -> !platform.managers().isEmpty())
				.map(platform -> new Control(platform.managers().stream().map(topology.workloads()::get).toList(), List.of(platform)));
	}

	private Stream<Control> clusters() {
		return topology.clusters().values().stream().filter(cluster -> cluster.isKubernetes())
				.map(cluster -> new Control(topology.controlMembers(cluster), cluster.members().stream().map(topology::platform).toList()));
	}

	/** What stands on a host or virtual machine, in the order of the topology. */
	List<Workload> guests(ContainerHost platform) {
		return guests.getOrDefault(platform.name(), List.of());
	}

	/** What a workload stands on, from the inside to the outside. */
	List<ContainerHost> platforms(Workload workload) {
		var platforms = new ArrayList<>(List.of(topology.platformOf(workload)));
		while (platforms.getLast() instanceof VirtualMachine vm) {
			platforms.add(topology.platformOf(vm));
		}
		return platforms;
	}

	/** Whether a workload shares the kernel of what it stands on and is exposed to it, for all that is stated. */
	static boolean mayBreakOut(Workload workload) {
		return !workload.bringsKernel() && TrustBoundary.around(workload).map(TrustBoundary::exposesKernel).orElse(true);
	}

	/** Those that manage hypervisors or clusters, in the order of the topology. */
	List<Workload> managers() {
		return topology.workloads().values().stream().filter(workload -> byController.containsKey(workload.name())).toList();
	}

	/** The hosts and virtual machines that a workload manages, each once. */
	List<ContainerHost> managedBy(Workload manager) {
		return controls(manager).flatMap(control -> control.controlled.stream()).distinct().toList();
	}

	private Stream<Control> controls(Workload manager) {
		return byController.getOrDefault(manager.name(), List.of()).stream();
	}

	/**
	 * What a compromised workload reaches, if it breaks out: whatever boundary there is, unless it brings its own kernel. Itself included.
	 * Takes time in what is reached.
	 */
	public BlastRadius blastRadius(Workload compromised) {
		var spread = new Spread();
		spread.take(compromised);
		if (!compromised.bringsKernel()) {
			spread.take(topology.platformOf(compromised));
		}
		return spread.blastRadius();
	}

	/** What compromised kernels of hosts and virtual machines reach together, themselves included. Takes time in what is reached. */
	public BlastRadius blastRadius(Collection<? extends ContainerHost> compromised) {
		var spread = new Spread();
		compromised.forEach(spread::take);
		return spread.blastRadius();
	}

	/**
	 * From where a single compromise reaches one of some workloads: of a service, the members that it needs. Takes time in what has one of
	 * them in its hands.
	 */
	public AttackTree attackTree(Collection<? extends Workload> targets) {
		var paths = new LinkedHashMap<String, AttackPath>();
		var open = new ArrayDeque<Element>();
		targets.forEach(target -> branch(target, AttackPath.ARRIVED, paths, open));
		while (!open.isEmpty()) {
			var next = open.remove();
			var path = paths.get(next.name());
			if (next instanceof Workload workload) {
				var platform = topology.platformOf(workload);
				branch(platform, path.precededBy(AttackPath.Kind.CARRIES, platform.name(), workload.name()), paths, open);
			}
			byControlled.getOrDefault(next.name(), List.of()).stream().flatMap(control -> control.controllers.stream())
					.forEach(manager -> branch(manager, path.precededBy(AttackPath.Kind.CONTROLS, manager.name(), next.name()), paths, open));
		}
		return new AttackTree(paths);
	}

	private static void branch(Element from, AttackPath path, Map<String, AttackPath> paths, Deque<Element> open) {
		if (paths.putIfAbsent(from.name(), path) == null) {
			open.add(from);
		}
	}

	/** How a compromised workload reaches a target of a tree, breaking out where it has to; absent when it does not. */
	public Optional<AttackPath> path(Workload compromised, AttackTree tree) {
		var inside = tree.from(compromised.name());
		if (inside.isPresent() || compromised.bringsKernel()) {
			return inside;
		}
		var platform = topology.standsOn(compromised);
		return tree.from(platform).map(path -> path.precededBy(AttackPath.Kind.BREAKS_OUT, compromised.name(), platform));
	}

	/** One compromise on its way. */
	private final class Spread {

		private final Map<String, ContainerHost> kernels = new LinkedHashMap<>();
		private final Map<String, Workload> workloads = new LinkedHashMap<>();
		private final Set<Control> used = Collections.newSetFromMap(new IdentityHashMap<>());
		private final Deque<ContainerHost> open = new ArrayDeque<>();

		void take(Workload workload) {
			if (workloads.putIfAbsent(workload.name(), workload) == null) {
				if (workload instanceof VirtualMachine vm) {
					take((ContainerHost) vm);
				}
				controls(workload).filter(used::add).forEach(control -> control.controlled.forEach(this::take));
			}
		}

		void take(ContainerHost kernel) {
			if (kernels.putIfAbsent(kernel.name(), kernel) == null) {
				open.add(kernel);
			}
		}

		BlastRadius blastRadius() {
			while (!open.isEmpty()) {
				var kernel = open.remove();
				if (kernel instanceof VirtualMachine vm) {
					take((Workload) vm);
				}
				guests(kernel).forEach(this::take);
			}
			return new BlastRadius(List.copyOf(kernels.values()), List.copyOf(workloads.values()));
		}
	}
}
