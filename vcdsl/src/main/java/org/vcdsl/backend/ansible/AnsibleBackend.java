package org.vcdsl.backend.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.YamlDocument;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Topology;

/**
 * Prints an inventory and two playbooks: one that carries a plan out, and one that takes it back.
 *
 * <p>No text of the user's is ever a command or a template: hosts, files and machines go by their slugs, and names that are shown
 * are made inert.
 */
public final class AnsibleBackend implements Backend {

	@Override
	public String id() {
		return "ansible";
	}

	/** What whoever runs the playbook must supply, since nobody stated it. */
	public static List<Variable> variables(Topology topology, Plan plan) {
		return new Unstated(topology, new Work(topology, plan)).variables();
	}

	/** What no tool does, so that a person must: the playbook stops until somebody says that it is done. */
	public static List<ManualStep> manualSteps(Topology topology, Plan plan) {
		var byHand = new ByHand(topology);
		return new Work(topology, plan).manualSteps().stream().map(byHand::manualStep).toList();
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		var work = new Work(topology, plan);
		var unstated = new Unstated(topology, work);
		var playbook = new Playbook(topology, plan, work);
		var artifacts = new ArrayList<Artifact>();
		artifacts.add(yaml("inventory.yaml", Inventory.of(topology, work)));
		artifacts.add(yaml("playbook.yaml", playbook.deploy(unstated.variables())));
		artifacts.add(yaml("rollback.yaml", playbook.rollback(unstated.addresses())));
		artifacts.add(yaml("variables.example.yaml", example(unstated.variables(), work)));
		artifacts.addAll(TaskFile.artifacts());
		return new Output(artifacts, unstated.findings());
	}

	/** Every value says in angle brackets what to put in its place; the playbook refuses to run on one that still does. */
	private static Map<String, Object> example(List<Variable> variables, Work work) {
		var example = new LinkedHashMap<String, Object>();
		variables.forEach(variable -> example.put(variable.name(), "<" + variable.description() + ">"));
		if (!work.manualSteps().isEmpty()) {
			example.put(Playbook.MANUALLY_DONE, List.of());
			example.put(Playbook.MANUALLY_UNDONE, List.of());
		}
		example.put(Playbook.DELETES_DATA, false);
		return example;
	}

	private static Artifact yaml(String name, Object document) {
		return new Artifact("ansible/" + name, "---\n" + YamlDocument.print(document));
	}
}
