package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.vcdsl.topology.Need;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** What a service may rest on. */
public final class Foundations {

	private Foundations() {
	}

	/** The workloads that are members of its needs, and all that these stand on and need; linear in these. */
	public static Set<Workload> of(Topology topology, Service service) {
		var below = new LinkedHashSet<Workload>();
		var seen = new HashSet<String>();
		var open = new ArrayDeque<String>();
		service.needs().forEach(need -> add(need, seen, open));
		while (!open.isEmpty()) {
			var workload = topology.workloads().get(open.remove());
			below.add(workload);
			workload.duties().needs().forEach(need -> add(need, seen, open));
			if (topology.platformOf(workload) instanceof VirtualMachine vm && seen.add(vm.name())) {
				open.add(vm.name());
			}
		}
		return below;
	}

	private static void add(Need need, Set<String> seen, ArrayDeque<String> open) {
		need.members().stream().filter(seen::add).forEach(open::add);
	}
}
