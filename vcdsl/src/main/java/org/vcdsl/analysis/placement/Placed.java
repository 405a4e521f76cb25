package org.vcdsl.analysis.placement;

import java.util.List;

import org.vcdsl.topology.Topology;

/**
 * What came of placing workloads.
 *
 * @param topology with all its workloads placed
 * @param unkept recorded places that were left, in the order of the topology
 * @param conflicts for what the placement does not keep because it cannot; also broken may be what was not found a way for in time
 */
public record Placed(Topology topology, List<UnkeptPlace> unkept, List<PlacementConflict> conflicts) {

	public Placed {
		unkept = List.copyOf(unkept);
		conflicts = List.copyOf(conflicts);
	}

	/** A topology of which nothing had to be placed. */
	public static Placed asIs(Topology topology) {
		return new Placed(topology, List.of(), List.of());
	}
}
