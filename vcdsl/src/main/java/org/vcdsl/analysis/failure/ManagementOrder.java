package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.vcdsl.analysis.failure.SuccessGraph.FixedPoint;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What can come up managed once what does: a hypervisor after any one of its managers, a manager after all managed hypervisors that it
 * stands on.
 */
final class ManagementOrder {

	private final Topology topology;
	private final SuccessGraph.Builder graph = new SuccessGraph.Builder();
	private final Map<String, Integer> platforms = new HashMap<>();
	private final Map<Integer, ContainerHost> platformAt = new LinkedHashMap<>();
	private final Map<String, Integer> managers = new HashMap<>();
	private final Map<Integer, Workload> managerAt = new LinkedHashMap<>();

	/** @param managed hosts and virtual machines whose hypervisors have managers */
	ManagementOrder(Topology topology, List<ContainerHost> managed) {
		this.topology = topology;
		managed.forEach(platform -> platformAt.put(declare(platform.name(), platforms), platform));
		var names = new HashSet<String>();
		managed.forEach(platform -> names.addAll(platform.managers()));
		topology.workloads().values().stream().filter(workload -> names.contains(workload.name()))
				.forEach(manager -> managerAt.put(declare(manager.name(), managers), manager));
		platformAt.forEach((node, platform) -> graph.define(node, 1,
				platform.managers().stream().map(managers::get).toList()));
		managerAt.forEach((node, manager) -> {
			var below = managedBelow(manager);
			graph.define(node, below.size(), below);
		});
	}

	private int declare(String name, Map<String, Integer> nodes) {
		var node = graph.declare(FixedPoint.GREATEST);
		nodes.put(name, node);
		return node;
	}

	/** The managed hypervisors that a workload needs: what brings no kernel needs none of the platform it stands on. */
	private List<Integer> managedBelow(Workload workload) {
		var below = new ArrayList<Integer>();
		var platform = topology.platformOf(workload);
		if (workload.bringsKernel()) {
			below.add(platforms.get(platform.name()));
		}
		while (platform instanceof VirtualMachine vm) {
			platform = topology.platformOf(vm);
			below.add(platforms.get(platform.name()));
		}
		return below.stream().filter(Objects::nonNull).toList();
	}

	/** Those that wait for each other. */
	List<Management.Circle> circles() {
		return graph.build().coldCircles().stream().map(nodes -> new Management.Circle(
				Arrays.stream(nodes).mapToObj(managerAt::get).filter(Objects::nonNull).toList(),
				Arrays.stream(nodes).mapToObj(platformAt::get).filter(Objects::nonNull).toList())).toList();
	}
}
