package org.vcdsl.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.Circles;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Which machines wait until the hypervisor they come to is enrolled with its managers: all that a manager does not wait for itself, through
 * what it stands on, what it needs, and the enrolments that these wait for. In a circle of them no enrolment is waited for; what a
 * workload needs is never given up for one.
 *
 * <p>Takes time linear in workloads and needs; next to none where nothing is managed.
 */
final class Enrolments {

	private final Topology topology;
	private final Map<String, ContainerHost> platforms = new LinkedHashMap<>();

	/** By name: the circle of what waits for each other; absent for what is in none. */
	private final Map<String, Integer> circleOfWorkload = new HashMap<>();
	private final Map<String, Integer> circleOfPlatform = new HashMap<>();

	/** Of a topology whose workloads are all placed. */
	Enrolments(Topology topology) {
		this.topology = topology;
		Stream.concat(topology.hosts().values().stream(), topology.workloads().values().stream()
				.flatMap(workload -> workload instanceof VirtualMachine vm ? Stream.of(vm) : Stream.empty()))
				.filter(platform -> !managers(platform).isEmpty()).forEach(platform -> platforms.put(platform.name(), platform));
		if (!platforms.isEmpty()) {
			findCircles();
		}
	}

	/** What has a hypervisor that somebody manages, hosts first, in the order of the topology. */
	List<ContainerHost> platforms() {
		return List.copyOf(platforms.values());
	}

	/** Names of the workloads that manage the hypervisor of a platform. */
	static List<String> managers(ContainerHost platform) {
		return platform.hypervisor().map(Hypervisor::managers).orElse(List.of());
	}

	/** The platform whose enrolment a workload waits for. */
	Optional<ContainerHost> awaitedBy(Workload workload) {
		return managedPlatform(workload).filter(platform -> {
			var circle = circleOfPlatform.get(platform.name());
			return circle == null || !circle.equals(circleOfWorkload.get(workload.name()));
		});
	}

	private Optional<ContainerHost> managedPlatform(Workload workload) {
		return workload.isMachine() ? Optional.ofNullable(platforms.get(topology.standsOn(workload))) : Optional.empty();
	}

	private void findCircles() {
		var workloads = List.copyOf(topology.workloads().values());
		var managed = platforms();
		var nodeOfWorkload = new HashMap<String, Integer>();
		var nodeOfPlatform = new HashMap<String, Integer>();
		workloads.forEach(workload -> nodeOfWorkload.put(workload.name(), nodeOfWorkload.size()));
		managed.forEach(platform -> nodeOfPlatform.put(platform.name(), workloads.size() + nodeOfPlatform.size()));
		var inputs = new ArrayList<List<Integer>>();
		for (var workload : workloads) {
			var own = new ArrayList<Integer>();
			machine(topology.platformOf(workload)).map(nodeOfWorkload::get).ifPresent(own::add);
			managedPlatform(workload).map(platform -> nodeOfPlatform.get(platform.name())).ifPresent(own::add);
			workload.duties().needs().forEach(need -> need.members().forEach(member -> own.add(nodeOfWorkload.get(member))));
			inputs.add(own);
		}
		for (var platform : managed) {
			var own = new ArrayList<Integer>();
			machine(platform).map(nodeOfWorkload::get).ifPresent(own::add);
			managers(platform).forEach(manager -> own.add(nodeOfWorkload.get(manager)));
			inputs.add(own);
		}
		var circles = Circles.of(inputs.stream().map(own -> own.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new));
		for (var circle = 0; circle < circles.size(); circle++) {
			var number = circle;
			Arrays.stream(circles.get(circle)).forEach(node -> {
				if (node < workloads.size()) {
					circleOfWorkload.put(workloads.get(node).name(), number);
				} else {
					circleOfPlatform.put(managed.get(node - workloads.size()).name(), number);
				}
			});
		}
	}

	private static Optional<String> machine(ContainerHost platform) {
		return platform instanceof VirtualMachine vm ? Optional.of(vm.name()) : Optional.empty();
	}
}
