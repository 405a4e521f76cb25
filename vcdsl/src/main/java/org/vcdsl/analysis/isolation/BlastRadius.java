package org.vcdsl.analysis.isolation;

import java.util.List;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Workload;

/**
 * What one compromise reaches.
 *
 * @param kernels the hosts and virtual machines whose kernels it reaches, nearest first
 * @param workloads all that it reaches, virtual machines among these included, nearest first
 */
public record BlastRadius(List<ContainerHost> kernels, List<Workload> workloads) {

	public BlastRadius {
		kernels = List.copyOf(kernels);
		workloads = List.copyOf(workloads);
	}

	/** How many hosts it reaches. */
	public int hosts() {
		return (int) kernels.stream().filter(Host.class::isInstance).count();
	}
}
