package org.vcdsl.backend.ansible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.Seed;
import org.vcdsl.backend.SystemContainers;
import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
import org.vcdsl.plan.Action.DeployPods;
import org.vcdsl.plan.Action.Enrol;
import org.vcdsl.plan.Action.FormCluster;
import org.vcdsl.plan.Action.StartContainer;
import org.vcdsl.plan.Action.StartMicroVirtualMachine;
import org.vcdsl.plan.Action.StartPod;
import org.vcdsl.plan.Action.StartSystemContainer;
import org.vcdsl.plan.Action.StartVirtualMachine;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/** The plays that carry a plan out, and those that take it back. */
final class Playbook {

	/** Set by whoever takes a deployment back, after having saved what is worth it. */
	static final String DELETES_DATA = "rollback_deletes_data";

	/** Lists the ids of steps that a person has done, and of those that one has taken back. */
	static final String MANUALLY_DONE = "manual_steps_done";
	static final String MANUALLY_UNDONE = "manual_steps_undone";

	private final Topology topology;
	private final Plan plan;
	private final Work work;
	private final ByHand byHand;

	/** Where hosts keep what was carried to them. */
	private final String staging;

	Playbook(Topology topology, Plan plan, Work work) {
		this.topology = topology;
		this.plan = plan;
		this.work = work;
		this.byHand = new ByHand(topology);
		this.staging = "/var/lib/vcdsl/" + DeploymentNames.slug(topology.name()) + "/";
	}

	/**
	 * First what must hold before anything is changed, then one play a wave, and behind it one that stops until a person has done what
	 * belongs to the wave and no tool does.
	 */
	List<Object> deploy(List<Variable> required) {
		var plays = new ArrayList<>();
		plays.add(controllerPlay("Refuse what cannot succeed", refusals(required)));
		var waves = waves(work.steps(), work.manualSteps());
		IntStream.range(0, waves.size()).forEach(i -> {
			var wave = waves.get(i);
			var name = "Wave " + (i + 1) + " of " + waves.size();
			if (!wave.byTasks.isEmpty()) {
				plays.add(wavePlay(name, wave.byTasks, false));
			}
			if (!wave.byHand.isEmpty()) {
				plays.add(controllerPlay(name + ", by hand", List.of(requireManualSteps(wave.byHand, false))));
			}
		});
		return plays;
	}

	/** The waves backwards. What stands in a virtual machine goes with the machine and is not taken back on its own. */
	List<Object> rollback(List<Variable> required) {
		var plays = new ArrayList<>();
		plays.add(controllerPlay("Refuse what cannot succeed", List.of(requireVariables(required), requireConsent())));
		var steps = work.steps().stream().filter(this::outlivesMachines).filter(work::canBeUndone).toList();
		var waves = waves(steps, work.manualSteps().stream().filter(this::outlivesMachines).toList());
		for (var i = waves.size(); i > 0; i--) {
			var wave = waves.get(i - 1);
			var name = "Take back wave " + i + " of " + waves.size();
			if (!wave.byHand.isEmpty()) {
				plays.add(controllerPlay(name + ", by hand", List.of(requireManualSteps(wave.byHand, true))));
			}
			if (!wave.byTasks.isEmpty()) {
				plays.add(wavePlay(name, wave.byTasks, true));
			}
		}
		if (!steps.isEmpty()) {
			plays.add(forgetPlay(steps));
		}
		return plays;
	}

	/** What may be done side by side. */
	private record Wave(List<Step> byTasks, List<Step> byHand) {
	}

	private static List<Wave> waves(List<Step> byTasks, List<Step> byHand) {
		return Stream.concat(byTasks.stream(), byHand.stream()).map(Step::wave).distinct().sorted()
				.map(number -> new Wave(byTasks.stream().filter(step -> step.wave() == number).toList(),
						byHand.stream().filter(step -> step.wave() == number).toList()))
				.toList();
	}

	/** Whether it is on a host, or in a cluster with one. */
	private boolean outlivesMachines(Step step) {
		var place = step.action().host();
		var cluster = topology.clusters().get(place);
		return topology.hosts().containsKey(place) || cluster != null && cluster.members().stream().anyMatch(topology.hosts()::containsKey);
	}

	private Map<String, Object> controllerPlay(String name, List<Object> tasks) {
		var play = new LinkedHashMap<String, Object>();
		play.put("name", name);
		play.put("hosts", "localhost");
		play.put("connection", "local");
		play.put("gather_facts", false);
		play.put("tasks", tasks);
		return play;
	}

	private List<Object> refusals(List<Variable> required) {
		return plan.blocked().isEmpty() ? List.of(requireVariables(required))
				: List.of(refuseBlockedSteps(), requireVariables(required));
	}

	private Map<String, Object> refuseBlockedSteps() {
		var task = new LinkedHashMap<String, Object>();
		task.put("name", "Refuse blocked steps");
		task.put("ansible.builtin.fail", Map.of("msg",
				"{{ item.step }} is blocked by {{ item.rule }}. Mend what the rule found and generate the playbook anew."));
		task.put("loop", plan.blocked().stream().map(step -> {
			var item = new LinkedHashMap<String, Object>();
			item.put("step", Text.inert(step.id()));
			item.put("rule", Text.inert(step.blockedBy().orElseThrow()));
			return item;
		}).toList());
		task.put("loop_control", Map.of("label", "{{ item.step }}"));
		return task;
	}

	private static Map<String, Object> requireVariables(List<Variable> required) {
		var assertion = new LinkedHashMap<String, Object>();
		assertion.put("that", List.of("lookup('ansible.builtin.vars', item.name, default='') | length > 0",
				"lookup('ansible.builtin.vars', item.name, default='') is not match('<')"));
		assertion.put("quiet", true);
		assertion.put("fail_msg", "Set {{ item.name }}: {{ item.description }}. Fill in a copy of variables.example.yaml and give it "
				+ "to ansible-playbook by -e @variables.yaml.");
		var task = new LinkedHashMap<String, Object>();
		task.put("name", "Require what nobody stated");
		task.put("ansible.builtin.assert", assertion);
		task.put("loop", required.stream().map(variable -> {
			var item = new LinkedHashMap<String, Object>();
			item.put("name", variable.name());
			item.put("description", variable.description());
			return item;
		}).toList());
		task.put("loop_control", Map.of("label", "{{ item.name }}"));
		return task;
	}

	/** Stops until whoever runs the playbook says that these steps are done, and tells how. */
	private Map<String, Object> requireManualSteps(List<Step> steps, boolean undo) {
		var done = undo ? MANUALLY_UNDONE : MANUALLY_DONE;
		var assertion = new LinkedHashMap<String, Object>();
		assertion.put("that", "item.step in " + done + " | default([])");
		assertion.put("quiet", true);
		assertion.put("fail_msg", "{{ item.step }} is done by hand. {{ item.instruction }} Then list it in " + done + " and run this again.");
		var task = new LinkedHashMap<String, Object>();
		task.put("name", undo ? "Require what is taken back by hand" : "Require what is done by hand");
		task.put("ansible.builtin.assert", assertion);
		task.put("loop", steps.stream().map(byHand::manualStep).map(manual -> {
			var item = new LinkedHashMap<String, Object>();
			item.put("step", Text.inert(manual.step()));
			item.put("instruction", Text.inLines(Text.inert(undo ? manual.undo() : manual.instruction())));
			return item;
		}).toList());
		task.put("loop_control", Map.of("label", "{{ item.step }}"));
		task.put("when", "not ansible_check_mode");
		return task;
	}

	private static Map<String, Object> requireConsent() {
		var assertion = new LinkedHashMap<String, Object>();
		assertion.put("that", DELETES_DATA + " | default(false) is true");
		assertion.put("quiet", true);
		assertion.put("fail_msg", "This deletes boot disks, root file systems and volumes with all data on them. Save what you need, then set "
				+ DELETES_DATA + " to true.");
		var task = new LinkedHashMap<String, Object>();
		task.put("name", "Require consent to the loss of data");
		task.put("ansible.builtin.assert", assertion);
		return task;
	}

	private Map<String, Object> wavePlay(String name, List<Step> wave, boolean undo) {
		var play = remotePlay(name, wave);
		var used = Arrays.stream(TaskFile.values())
				.filter(file -> !undo || file.canBeUndone()).filter(file -> usedBy(wave, file)).toList();
		play.put("vars", variables(wave, used, undo));
		var tasks = new ArrayList<>();
		tasks.add(importTasks("Require a host that can do it", TaskFile.requireHostPath()));
		(undo ? used.reversed() : used).forEach(file -> tasks.add(importTasks(file.title(undo), file.path(undo))));
		play.put("tasks", tasks);
		return play;
	}

	private static Map<String, Object> remotePlay(String name, List<Step> steps) {
		var play = new LinkedHashMap<String, Object>();
		play.put("name", name);
		play.put("hosts", steps.stream().map(step -> DeploymentNames.slug(step.action().host())).distinct().toList());
		play.put("become", true);
		play.put("gather_facts", false);
		play.put("any_errors_fatal", true);
		return play;
	}

	private static Map<String, Object> importTasks(String name, String file) {
		var task = new LinkedHashMap<String, Object>();
		task.put("name", name);
		task.put("ansible.builtin.import_tasks", file);
		return task;
	}

	private Map<String, Object> forgetPlay(List<Step> steps) {
		var play = remotePlay("Forget the deployment", steps);
		var file = new LinkedHashMap<String, Object>();
		file.put("path", staging.substring(0, staging.length() - 1));
		file.put("state", "absent");
		var task = new LinkedHashMap<String, Object>();
		task.put("name", "Delete what was carried to the host");
		task.put("ansible.builtin.file", file);
		play.put("tasks", List.of(task));
		return play;
	}

	private Map<String, Object> variables(List<Step> wave, List<TaskFile> used, boolean undo) {
		var variables = new LinkedHashMap<String, Object>();
		variables.put("disk_folder", DeploymentNames.DISK_FOLDER);
		if (used.contains(TaskFile.START_SYSTEM_CONTAINER)) {
			variables.put("lxc_folder", DeploymentNames.LXC_FOLDER);
		}
		variables.put("tools", byHost(wave).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
				host -> Tool.neededFor(used.stream().filter(file -> usedBy(host.getValue(), file)).toList(), undo), (a, b) -> a,
				LinkedHashMap::new)));
		for (var file : used) {
			variables.put(file.variable(), byHost(wave.stream().filter(step -> work.uses(step, file)).toList()).entrySet().stream()
					.collect(Collectors.toMap(Map.Entry::getKey,
							host -> host.getValue().stream().map(step -> item(step, file)).toList(), (a, b) -> a,
							LinkedHashMap::new)));
		}
		return variables;
	}

	private boolean usedBy(List<Step> steps, TaskFile file) {
		return steps.stream().anyMatch(step -> work.uses(step, file));
	}

	private static Map<String, List<Step>> byHost(List<Step> steps) {
		return steps.stream().collect(Collectors.groupingBy(step -> DeploymentNames.slug(step.action().host()),
				LinkedHashMap::new, Collectors.toList()));
	}

	/** What the tasks of a file must know of a step. */
	private Map<String, Object> item(Step step, TaskFile file) {
		var item = new LinkedHashMap<String, Object>();
		item.put("step", Text.inert(step.id()));
		switch (step.action()) {
			case DefineNetwork network -> putNetwork(item, network, file);
			case CreateVolume action -> {
				var volume = topology.volumes().get(action.volume());
				if (file == TaskFile.CREATE_FOLDER) {
					item.put("folder", DeploymentNames.volumeFolder(volume));
					item.put("owner", work.ownerOf(volume));
				} else {
					item.put("file", DeploymentNames.volumeFile(volume));
					putDefinition(item, DeploymentNames.volumePath(action.host(), volume));
				}
			}
			case DefineVirtualMachine vm -> putMachine(item, work.machine(vm.vm()));
			case StartVirtualMachine vm -> item.put("vm", DeploymentNames.slug(vm.vm()));
			case StartContainer container -> {
				item.put("service",
						DeploymentNames.composeService((Container) topology.workloads().get(container.container())));
				item.put("project", DeploymentNames.slug(topology.name()));
				putDefinition(item, DeploymentNames.composePath(container.host()));
			}
			case StartMicroVirtualMachine vm -> throw noTasks(step);
			case StartSystemContainer container -> putSystemContainer(item, work.systemContainer(container.container()));
			case StartPod pod -> throw noTasks(step);
			case Enrol enrolment -> throw noTasks(step);
			case FormCluster cluster -> throw noTasks(step);
			case DeployPods pods -> throw noTasks(step);
		}
		return item;
	}

	private static IllegalStateException noTasks(Step step) {
		return new IllegalStateException("Left out, so nobody asks for its tasks: " + step.id());
	}

	private void putNetwork(Map<String, Object> item, DefineNetwork action, TaskFile file) {
		if (file == TaskFile.REQUIRE_BRIDGE || file == TaskFile.REQUIRE_PASSAGE) {
			item.put("bridge", DeploymentNames.bridge(action.network()));
			return;
		}
		item.put("network", DeploymentNames.slug(action.network()));
		if (file == TaskFile.DEFINE_CONTAINER_NETWORK) {
			item.put("project", DeploymentNames.slug(topology.name()));
		} else {
			putDefinition(item, DeploymentNames.networkPath(action.host(), action.network()));
		}
	}

	private void putMachine(Map<String, Object> item, VirtualMachine vm) {
		var image = Unstated.image(vm.guest().orElseThrow());
		item.put("vm", DeploymentNames.slug(vm.name()));
		item.put("image", image);
		item.put("base_image", staging + "images/" + image + ".qcow2");
		item.put("boot_disk", DeploymentNames.bootDisk(vm));
		vm.bootBytes().ifPresent(bytes -> item.put("boot_bytes", bytes));
		item.put("volumes", vm.volumes().stream().map(topology.volumes()::get).map(DeploymentNames::volumeFile).toList());
		if (Seed.isFor(vm)) {
			var seed = DeploymentNames.cloudInitPath(vm, "");
			item.put("seed", seed.substring(0, seed.length() - 1));
			item.put("seed_folder", staging + item.get("seed"));
			item.put("seed_disk", DeploymentNames.seedDisk(vm));
		}
		putDefinition(item, DeploymentNames.domainPath(topology.standsOn(vm), vm));
	}

	/** LXC reads the configuration where it looks for containers, so it is not staged. */
	private void putSystemContainer(Map<String, Object> item, SystemContainer container) {
		var archive = Unstated.rootArchive(container.image().orElseThrow());
		item.put("container", DeploymentNames.slug(container.name()));
		item.put("folder", DeploymentNames.lxcFolder(container));
		item.put("root", DeploymentNames.rootFileSystem(container));
		item.put("owner", SystemContainers.rootOf(container));
		if (!SystemContainers.isPrivileged(container)) {
			item.put("id_map", "b:0:" + SystemContainers.FIRST_SUBORDINATE_ID + ":" + SystemContainers.SUBORDINATE_IDS);
		}
		item.put("archive", archive);
		item.put("archive_copy", staging + "images/" + archive);
		item.put("volumes", container.volumes().stream().map(topology.volumes()::get).map(DeploymentNames::volumeFolder).toList());
		item.put("definition", DeploymentNames.lxcPath(topology.standsOn(container), container));
	}

	/** The artefact, and where the host keeps it. */
	private void putDefinition(Map<String, Object> item, String path) {
		item.put("definition", path);
		item.put("target", staging + path);
	}
}
