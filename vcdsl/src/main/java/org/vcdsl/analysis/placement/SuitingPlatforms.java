package org.vcdsl.analysis.placement;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Which of its candidates a workload may stand on, wherever others stand: what {@code must} be kept forbids none of them, and on none it surely
 * fails.
 */
public final class SuitingPlatforms {

	private final Topology topology;
	private final Limits limits;
	private final Suitability suitability;

	/** @param compatibility of the same topology, whose workloads are placed */
	public SuitingPlatforms(Topology topology, KernelCompatibility compatibility) {
		this.topology = topology;
		this.limits = new Limits(topology,
				topology.constraints().stream().filter(constraint -> constraint.strength() == Strength.MUST));
		this.suitability = new Suitability(topology, compatibility);
	}

	/**
	 * Names of hosts or virtual machines, in their order; where none is left, those that constraints leave, or all. Workloads alike share a
	 * list. Takes time in the candidates, once for workloads alike.
	 */
	public List<String> of(Workload workload) {
		return suitability.suiting(workload, limits.allowed(workload));
	}

	/** Those of some platforms on which a {@code pin}, {@code ban} or {@code forbid} lets a workload stand. */
	public List<String> allowedBy(Constraint constraint, Workload workload, List<String> platforms) {
		var limit = new Limits(topology, Stream.of(constraint));
		return platforms.stream().filter(platform -> limit.against(workload, platform).isEmpty()).toList();
	}
}
