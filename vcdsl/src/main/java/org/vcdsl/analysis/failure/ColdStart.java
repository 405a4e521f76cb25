package org.vcdsl.analysis.failure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Which workloads run for as long as nothing fails, and could not start if nothing ran: they wait for each other, by what they need
 * and by what they stand on.
 *
 * <p>What needs one of several, of which another starts by itself, waits for nobody. What only needs a circle is not part of it.
 */
public final class ColdStart {

	private ColdStart() {
	}

	/** The workloads of each circle, circles and workloads in the order of the topology; linear, like the failure model. */
	public static List<List<Workload>> circles(Topology topology) {
		if (topology.workloads().values().stream().allMatch(workload -> workload.duties().needs().isEmpty())) {
			return List.of();
		}
		var model = new FailureModel(topology);
		var workloadAt = new HashMap<Integer, Workload>();
		model.workloads().forEach((name, node) -> workloadAt.put(node, topology.workloads().get(name)));
		return model.graph().coldCircles().stream().sorted(Comparator.comparingInt(circle -> circle[0]))
				.map(circle -> Arrays.stream(circle).mapToObj(workloadAt::get).filter(Objects::nonNull).toList()).toList();
	}
}
