package org.vcdsl.analysis.placement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * What belongs to some workloads, so that it is no stranger to them: themselves, the machines they stand on, and what stands on any of
 * these. Which these are may depend on the placement.
 */
final class Kin {

	private final Topology topology;
	private final Set<String> certain = new HashSet<>();
	private final Set<String> possible = new HashSet<>();
	private final Map<List<String>, Boolean> leading = new IdentityHashMap<>();

	Kin(List<Workload> members, Topology topology) {
		this.topology = topology;
		members.forEach(member -> certain.addAll(chain(member)));
		var open = new ArrayDeque<>(members);
		while (!open.isEmpty()) {
			var next = open.remove();
			if (possible.add(next.name())) {
				open.addAll(machines(next.pool().candidates()));
			}
		}
	}

	/** Whether a workload belongs to them wherever it is placed, as far as nobody has a choice. */
	boolean isCertain(Workload workload) {
		return chain(workload).stream().anyMatch(certain::contains);
	}

	/** Whether a workload can come to belong to them. */
	boolean isPossible(Workload workload) {
		return possible.contains(workload.name()) || leads(workload.pool().candidates());
	}

	private boolean leads(List<String> pool) {
		var known = leading.get(pool);
		if (known == null) {
			known = machines(pool).stream().anyMatch(this::isPossible);
			leading.put(pool, known);
		}
		return known;
	}

	/** A workload and the machines below it as far as there is no choice. */
	private List<String> chain(Workload workload) {
		var chain = new ArrayList<>(List.of(workload.name()));
		var platform = workload;
		while (platform.pool().isFixed() && topology.platform(platform.pool().candidates().getFirst()) instanceof VirtualMachine vm) {
			chain.add(vm.name());
			platform = vm;
		}
		return chain;
	}

	private List<Workload> machines(List<String> candidates) {
		return candidates.stream().map(topology.workloads()::get).filter(Objects::nonNull).toList();
	}
}
