package org.vcdsl.analysis.placement;

import java.util.List;

import org.vcdsl.topology.Topology;

/**
 * What came of placing workloads.
 *
 * @param topology with all its workloads placed
 * @param unkept recorded places that were left, in the order of the topology
 */
public record Placed(Topology topology, List<UnkeptPlace> unkept) {

	public Placed {
		unkept = List.copyOf(unkept);
	}
}
