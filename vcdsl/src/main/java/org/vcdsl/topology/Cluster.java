package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * Machines that an orchestrator uses as one.
 *
 * @param orchestrator for instance {@code kubernetes 1.32}
 * @param members names of the hosts and virtual machines it consists of: those declared inside that can carry workloads, and
 *        those it names
 * @param workloads names of the workloads declared inside
 */
public record Cluster(String name, SourceRange source, Optional<Software> orchestrator, List<String> members,
		List<String> workloads) implements Element {

	/** What the catalogue calls the orchestrator whose scheduler places pods. */
	public static final String KUBERNETES = "kubernetes";

	public Cluster {
		members = List.copyOf(members);
		workloads = List.copyOf(workloads);
	}

	/** Whether its orchestrator is Kubernetes. */
	public boolean isKubernetes() {
		return orchestrator.filter(software -> software.kind().equals(KUBERNETES)).isPresent();
	}
}
