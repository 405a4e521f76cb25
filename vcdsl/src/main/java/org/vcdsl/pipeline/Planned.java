package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.vcdsl.backend.Artifact;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Variable;
import org.vcdsl.report.PlanJson;
import org.vcdsl.report.PlanMarkdown;
import org.vcdsl.report.PlanReport;
import org.vcdsl.topology.Topology;

/**
 * A plan with everything that belongs to it.
 *
 * @param variables what whoever carries it out must supply
 * @param manualSteps what whoever carries it out must do by hand
 * @param findings the verdicts and what the backends add to them, in reading order
 * @param artifacts with distinct paths, backend after backend
 */
public record Planned(Topology topology, Plan plan, List<Variable> variables, List<ManualStep> manualSteps,
		List<Finding> findings, List<Artifact> artifacts) {

	public Planned {
		variables = List.copyOf(variables);
		manualSteps = List.copyOf(manualSteps);
		findings = List.copyOf(findings);
		artifacts = List.copyOf(artifacts);
	}

	/** The same plan, with other findings. */
	public Planned with(List<Finding> others) {
		return new Planned(topology, plan, variables, manualSteps, others, artifacts);
	}

	/** The plan for people and for programs, and all artefacts: what belongs into the folder of the topology. */
	public List<Artifact> files() {
		var report = new PlanReport(plan, variables, manualSteps, findings);
		var files = new ArrayList<>(List.of(new Artifact("plan.md", PlanMarkdown.print(report)),
				new Artifact("plan.json", PlanJson.print(report))));
		files.addAll(artifacts);
		return files;
	}

	/** Hands out each of these files: its path below the folder of the topology, and its text. */
	public void forEachFile(BiConsumer<String, String> receiver) {
		files().forEach(file -> receiver.accept(file.path(), file.text()));
	}
}
