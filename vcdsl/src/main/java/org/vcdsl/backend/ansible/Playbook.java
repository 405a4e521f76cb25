package org.vcdsl.backend.ansible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.Seed;
import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
import org.vcdsl.plan.Action.StartContainer;
import org.vcdsl.plan.Action.StartMicroVirtualMachine;
import org.vcdsl.plan.Action.StartPod;
import org.vcdsl.plan.Action.StartSystemContainer;
import org.vcdsl.plan.Action.StartVirtualMachine;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/** The plays that carry a plan out, and those that take it back. */
final class Playbook {

	/** Set by whoever takes a deployment back, after having saved what is worth it. */
	static final String DELETES_DATA = "rollback_deletes_data";

	private final Topology topology;
	private final Plan plan;
	private final Work work;

	/** Where hosts keep what was carried to them. */
	private final String staging;

	Playbook(Topology topology, Plan plan, Work work) {
		this.topology = topology;
		this.plan = plan;
		this.work = work;
		this.staging = "/var/lib/vcdsl/" + DeploymentNames.slug(topology.name()) + "/";
	}

	/** First what must hold before anything is changed, then one play a wave. */
	List<Object> deploy(List<Variable> required) {
		var plays = new ArrayList<>();
		plays.add(controllerPlay("Refuse what cannot succeed", refusals(required)));
		var waves = waves();
		IntStream.range(0, waves.size())
				.forEach(i -> plays.add(wavePlay("Wave " + (i + 1) + " of " + waves.size(), waves.get(i), false)));
		return plays;
	}

	/** The waves backwards. What stands in a virtual machine goes with the machine and is not taken back on its own. */
	List<Object> rollback(List<Variable> required) {
		var plays = new ArrayList<>();
		plays.add(controllerPlay("Refuse what cannot succeed", List.of(requireVariables(required), requireConsent())));
		var waves = waves().stream().map(wave -> wave.stream().filter(this::standsOnAHost).toList())
				.filter(wave -> !wave.isEmpty()).toList();
		for (var i = waves.size(); i > 0; i--) {
			plays.add(wavePlay("Take back wave " + i + " of " + waves.size(), waves.get(i - 1), true));
		}
		if (!waves.isEmpty()) {
			plays.add(forgetPlay(waves));
		}
		return plays;
	}

	private List<List<Step>> waves() {
		return List.copyOf(work.steps().stream()
				.collect(Collectors.groupingBy(Step::wave, LinkedHashMap::new, Collectors.toList())).values());
	}

	private boolean standsOnAHost(Step step) {
		return topology.hosts().containsKey(step.action().host());
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

	private static Map<String, Object> requireConsent() {
		var assertion = new LinkedHashMap<String, Object>();
		assertion.put("that", DELETES_DATA + " | default(false) is true");
		assertion.put("quiet", true);
		assertion.put("fail_msg", "This deletes boot disks and volumes with all data on them. Save what you need, then set "
				+ DELETES_DATA + " to true.");
		var task = new LinkedHashMap<String, Object>();
		task.put("name", "Require consent to the loss of data");
		task.put("ansible.builtin.assert", assertion);
		return task;
	}

	private Map<String, Object> wavePlay(String name, List<Step> wave, boolean undo) {
		var play = remotePlay(name, wave);
		var used = Arrays.stream(TaskFile.values())
				.filter(file -> wave.stream().anyMatch(step -> work.uses(step, file))).toList();
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

	private Map<String, Object> forgetPlay(List<List<Step>> waves) {
		var play = remotePlay("Forget the deployment", waves.stream().flatMap(List::stream).toList());
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
				item.put("file", DeploymentNames.volumeFile(volume));
				putDefinition(item, DeploymentNames.volumePath(action.host(), volume));
			}
			case DefineVirtualMachine vm -> putMachine(item, work.machine(vm.vm()));
			case StartVirtualMachine vm -> item.put("vm", DeploymentNames.slug(vm.vm()));
			case StartContainer container -> {
				item.put("service",
						DeploymentNames.composeService((Container) topology.workloads().get(container.container())));
				putDefinition(item, DeploymentNames.composePath(container.host()));
			}
			case StartMicroVirtualMachine vm -> throw noTasks(step);
			case StartSystemContainer container -> throw noTasks(step);
			case StartPod pod -> throw noTasks(step);
		}
		return item;
	}

	private static IllegalStateException noTasks(Step step) {
		return new IllegalStateException("Left out, so nobody asks for its tasks: " + step.id());
	}

	private void putNetwork(Map<String, Object> item, DefineNetwork action, TaskFile file) {
		item.put("network", DeploymentNames.slug(action.network()));
		if (file == TaskFile.DEFINE_CONTAINER_NETWORK) {
			item.put("project", DeploymentNames.slug(topology.name()));
		} else {
			item.put("bridge", DeploymentNames.bridge(action.network()));
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

	/** The artefact, and where the host keeps it. */
	private void putDefinition(Map<String, Object> item, String path) {
		item.put("definition", path);
		item.put("target", staging + path);
	}
}
