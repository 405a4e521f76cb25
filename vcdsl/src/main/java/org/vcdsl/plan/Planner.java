package org.vcdsl.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.scheduling.PodGroup;
import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.Creation;
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
import org.vcdsl.plan.Deployment.Kind;
import org.vcdsl.plan.Deployment.Thing;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Role;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Finds the order in which a topology comes to be.
 *
 * <p>A workload comes after what it stands on, the networks of its nics there, the volumes it mounts, and what it needs; of workloads
 * that need each other the first one starts without the others. Those that manage come first where nothing is said against it. Every volume is created,
 * mounted or not, except one whose place nobody stated.
 *
 * <p>A hypervisor with managers is enrolled with each of them when that runs. The machines on it come afterwards, through its manager, but for
 * those that a manager waits for: they start on a hypervisor that nobody manages yet, and a host that carries its own manager comes
 * up in two stages.
 *
 * <p>A Kubernetes cluster is formed when its members run, and its pods are handed to it, all of a declaration at once: where they stand
 * is not for a plan to say.
 *
 * <p>Takes time near-linear in workloads, nics, mounts and needs.
 */
public final class Planner {

	private final Topology topology;

	private final Map<String, String> forbidden;

	private final Enrolments enrolments;

	/** Pods that an orchestrator places, by the name of their declaration. */
	private final Map<String, PodGroup> podGroups = new LinkedHashMap<>();

	/** What was planned so far, in the order in which it came up. */
	private final Map<Thing, Step> steps = new LinkedHashMap<>();

	/** Workloads by name that were come upon, and those of which all steps are planned. */
	private final Set<String> begun = new HashSet<>();
	private final Map<String, Thing> running = new HashMap<>();

	/** Names of declarations of pods that were come upon. */
	private final Set<String> begunPods = new HashSet<>();

	private Planner(Topology topology, Map<String, String> forbidden, List<PodGroup> podGroups) {
		this.topology = topology;
		this.forbidden = forbidden;
		this.enrolments = new Enrolments(topology);
		podGroups.forEach(group -> this.podGroups.put(group.declaration(), group));
	}

	/**
	 * The plan from nothing to a topology: by wave, then in the order of the topology.
	 *
	 * @param forbidden workloads that must not be deployed, each with the id of the rule whose finding says so; what depends on them is
	 *        blocked by the same rule
	 * @param podGroups the pods that orchestrators place
	 */
	public static Plan plan(Topology topology, Map<String, String> forbidden, List<PodGroup> podGroups) {
		var planner = new Planner(topology, forbidden, podGroups);
		var byRole = topology.workloads().values().stream().collect(Collectors.partitioningBy(Planner::manages));
		byRole.get(true).forEach(planner::running);
		byRole.get(false).forEach(planner::running);
		topology.volumes().values().forEach(planner::existing);
		planner.enrolments.platforms().forEach(planner::enrolled);
		topology.clusters().values().stream().filter(Cluster::isKubernetes).forEach(planner::formed);
		return new Plan(topology.name(), planner.steps.values().stream().sorted(Comparator.comparingInt(Step::wave)).toList(), podGroups);
	}

	/** The same of a topology none of whose pods an orchestrator places. */
	public static Plan plan(Topology topology, Map<String, String> forbidden) {
		return plan(topology, forbidden, List.of());
	}

	private static boolean manages(Workload workload) {
		return workload.duties().role().filter(Role.MANAGEMENT::equals).isPresent();
	}

	/** Plans that a workload runs, and everything before: depth first, with a stack of its own. */
	private void running(Workload wanted) {
		var open = new ArrayDeque<Workload>(List.of(wanted));
		while (!open.isEmpty()) {
			var workload = open.peek();
			if (running.containsKey(workload.name()) || standsOnWhatWaits(workload)) {
				open.pop();
			} else if (begun.add(workload.name())) {
				before(workload).filter(other -> !begun.contains(other.name())).forEach(open::push);
			} else {
				open.pop();
				running.put(workload.name(), start(workload));
			}
		}
	}

	/** Whether a virtual machine below it is begun and waits for it: that starts without, and the workload comes at its own turn. */
	private boolean standsOnWhatWaits(Workload workload) {
		return podGroup(workload).map(group -> !steps.containsKey(deployment(group))
				&& machines(group.cluster()).anyMatch(vm -> begun.contains(vm.name()) && !running.containsKey(vm.name())))
				.orElseGet(() -> placedOnWhatWaits(workload));
	}

	private static Thing deployment(PodGroup group) {
		return new Thing(Kind.DEPLOYED_PODS, group.cluster().name(), group.declaration());
	}

	private boolean placedOnWhatWaits(Workload workload) {
		var above = workload;
		while (topology.platformOf(above) instanceof VirtualMachine vm) {
			if (begun.contains(vm.name())) {
				return !running.containsKey(vm.name());
			}
			above = vm;
		}
		return false;
	}

	/** The pods it belongs to when an orchestrator places it. */
	private Optional<PodGroup> podGroup(Workload workload) {
		return Optional.ofNullable(podGroups.get(workload.declaration()));
	}

	/** The members of a cluster that do not just stand there. */
	private Stream<VirtualMachine> machines(Cluster cluster) {
		return cluster.members().stream().map(topology.workloads()::get).filter(VirtualMachine.class::isInstance).map(VirtualMachine.class::cast);
	}

	/**
	 * What must run before a workload can: the virtual machine it stands on, or all of its cluster, what manages the hypervisor it comes to, and what it needs;
	 * the first of them last.
	 */
	private Stream<Workload> before(Workload workload) {
		var group = podGroup(workload);
		if (group.isPresent()) {
			return before(group.get());
		}
		var before = new ArrayList<Workload>();
		if (topology.platformOf(workload) instanceof VirtualMachine vm) {
			before.add(vm);
		}
		enrolments.awaitedBy(workload).ifPresent(platform -> Enrolments.managers(platform)
				.forEach(manager -> before.add(topology.workloads().get(manager))));
		workload.duties().needs().forEach(need -> need.members().forEach(member -> before.add(topology.workloads().get(member))));
		return before.reversed().stream();
	}

	/** The same of all pods of a declaration, said of the first. */
	private Stream<Workload> before(PodGroup group) {
		if (!begunPods.add(group.declaration())) {
			return Stream.empty();
		}
		return Stream.concat(machines(group.cluster()), needed(group)).toList().reversed().stream();
	}

	private Stream<Workload> needed(PodGroup group) {
		return group.pods().stream().flatMap(pod -> pod.duties().needs().stream()).flatMap(need -> need.members().stream()).distinct()
				.map(topology.workloads()::get);
	}

	/** Plans the steps of one workload; all before it are planned, but for those that need it themselves. */
	private Thing start(Workload workload) {
		var group = podGroup(workload);
		if (group.isPresent()) {
			return deployed(group.get());
		}
		var before = prerequisites(workload);
		var place = topology.standsOn(workload);
		return switch (workload) {
			case VirtualMachine vm -> {
				var defined = planned(new DefineVirtualMachine(place, vm.name(), before), Optional.of(vm));
				yield planned(new StartVirtualMachine(place, vm.name(), with(List.of(defined), providers(vm))), Optional.of(vm));
			}
			case MicroVirtualMachine vm ->
				planned(new StartMicroVirtualMachine(place, vm.name(), with(before, providers(vm))), Optional.of(vm));
			case Container container ->
				planned(new StartContainer(place, container.name(), with(before, providers(container))), Optional.of(container));
			case SystemContainer container ->
				planned(new StartSystemContainer(place, container.name(), with(before, providers(container))), Optional.of(container));
			case Pod pod -> planned(new StartPod(place, pod.name(), with(before, providers(pod))), Optional.of(pod));
		};
	}

	/** Plans that an orchestrator has all pods of a declaration, once for all of them. */
	private Thing deployed(PodGroup group) {
		var thing = deployment(group);
		if (steps.containsKey(thing)) {
			return thing;
		}
		var before = new LinkedHashSet<>(List.of(formed(group.cluster())));
		group.pods().stream().flatMap(pod -> pod.volumes().stream()).distinct().map(topology.volumes()::get).map(this::existing)
				.forEach(before::addAll);
		needed(group).map(need -> running.get(need.name())).filter(Objects::nonNull).forEach(before::add);
		var named = group.pods().stream().filter(pod -> forbidden.containsKey(pod.name())).findFirst().orElse(group.pods().getFirst());
		return planned(new DeployPods(group.cluster().name(), group.declaration(), List.copyOf(before)), Optional.of(named));
	}

	/** Plans that a cluster is formed of its members, those of them that are planned. */
	private Thing formed(Cluster cluster) {
		var members = machines(cluster).map(vm -> running.get(vm.name())).filter(Objects::nonNull).toList();
		return planned(new FormCluster(cluster.name(), members), Optional.empty());
	}

	/** What a workload needs and what is started before it: workloads that need each other start in the order of the topology. */
	private List<Thing> providers(Workload workload) {
		return workload.duties().needs().stream().flatMap(need -> need.members().stream()).distinct().map(running::get)
				.filter(Objects::nonNull).toList();
	}

	private static List<Thing> with(List<Thing> things, List<Thing> others) {
		return Stream.concat(things.stream(), others.stream()).distinct().toList();
	}

	/** What must exist before a workload can be made. */
	private List<Thing> prerequisites(Workload workload) {
		var platform = platformOf(workload);
		var prerequisites = new LinkedHashSet<>(platform);
		enrolments.awaitedBy(workload).map(this::enrolled).ifPresent(prerequisites::addAll);
		for (var network : workload.nics()) {
			prerequisites.add(planned(new DefineNetwork(topology.standsOn(workload), network, platform), Optional.empty()));
		}
		workload.volumes().stream().map(topology.volumes()::get).map(this::existing).forEach(prerequisites::addAll);
		return List.copyOf(prerequisites);
	}

	/** The virtual machine a workload stands on; nothing when it stands on a host, which is there. */
	private List<Thing> platformOf(Workload workload) {
		return machine(topology.platformOf(workload));
	}

	private List<Thing> machine(ContainerHost platform) {
		return switch (platform) {
			case Host host -> List.of();
			case VirtualMachine vm -> List.of(running.get(vm.name()));
		};
	}

	/** Plans that a hypervisor is enrolled with all its managers, which are planned. */
	private List<Thing> enrolled(ContainerHost platform) {
		return Enrolments.managers(platform).stream().map(manager -> planned(
				new Enrol(platform.name(), manager, with(machine(platform), List.of(running.get(manager)))), Optional.empty())).toList();
	}

	/** Plans that a volume exists; nothing when nobody stated where. */
	private List<Thing> existing(Volume volume) {
		return volume.host()
				.map(host -> List.of(planned(new CreateVolume(host, volume.name(), List.of()), Optional.empty())))
				.orElse(List.of());
	}

	private Thing planned(Creation action, Optional<Workload> workload) {
		steps.computeIfAbsent(action.thing(), thing -> step(action, workload));
		return action.thing();
	}

	private Step step(Creation action, Optional<Workload> workload) {
		var before = action.needs().stream().map(steps::get).toList();
		var wave = 1 + before.stream().mapToInt(Step::wave).max().orElse(0);
		var blockedBy = workload.map(Workload::name).map(forbidden::get)
				.or(() -> before.stream().flatMap(step -> step.blockedBy().stream()).findFirst());
		return new Step(id(action), action, before.stream().map(Step::id).toList(), wave, Estimate.of(action), blockedBy);
	}

	private static String id(Creation action) {
		return action instanceof FormCluster ? InWords.verb(action) + "/" + action.host()
				: InWords.verb(action) + "/" + action.host() + "/" + action.thing().name();
	}
}
