package org.vcdsl.backend;

import java.util.List;

import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Topology;

/** Prints a topology and its plan as artefacts that one tool accepts. */
public interface Backend {

	/** As named on the command line: {@code libvirt}. */
	String id();

	/** The same input gives the same bytes. */
	Output generate(Topology topology, Plan plan);

	/**
	 * What a backend made.
	 *
	 * @param artifacts with distinct paths, in a fixed order
	 * @param findings what it could not express (8xx)
	 */
	record Output(List<Artifact> artifacts, List<Finding> findings) {

		public Output {
			artifacts = List.copyOf(artifacts);
			findings = List.copyOf(findings);
		}
	}
}
