package org.vcdsl.pipeline;

import java.util.List;

import org.vcdsl.backend.Artifact;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Topology;

/**
 * A plan with everything that belongs to it.
 *
 * @param variables what whoever carries it out must supply
 * @param findings the verdicts and what the backends add to them, in reading order
 * @param artifacts with distinct paths, backend after backend
 */
public record Planned(Topology topology, Plan plan, List<Variable> variables, List<Finding> findings,
		List<Artifact> artifacts) {

	public Planned {
		variables = List.copyOf(variables);
		findings = List.copyOf(findings);
		artifacts = List.copyOf(artifacts);
	}
}
