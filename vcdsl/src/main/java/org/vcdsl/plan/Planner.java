package org.vcdsl.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.plan.Action.CreateVolume;
import org.vcdsl.plan.Action.Creation;
import org.vcdsl.plan.Action.DefineNetwork;
import org.vcdsl.plan.Action.DefineVirtualMachine;
import org.vcdsl.plan.Action.StartContainer;
import org.vcdsl.plan.Action.StartVirtualMachine;
import org.vcdsl.plan.Deployment.Kind;
import org.vcdsl.plan.Deployment.Thing;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Finds the order in which a topology comes to be.
 *
 * <p>A workload comes after what it stands on, the networks of its nics there, and the volumes it mounts. Every volume is created,
 * mounted or not, except one whose place nobody stated. Takes time near-linear in workloads, nics and mounts.
 */
public final class Planner {

	private final Topology topology;

	private final Map<String, String> forbidden;

	/** What was planned so far, in the order in which it came up. */
	private final Map<Thing, Step> steps = new LinkedHashMap<>();

	private Planner(Topology topology, Map<String, String> forbidden) {
		this.topology = topology;
		this.forbidden = forbidden;
	}

	/**
	 * The plan from nothing to a topology: by wave, then in the order of the topology.
	 *
	 * @param forbidden workloads that must not be deployed, each with the id of the rule whose finding says so; what depends on them is
	 *        blocked by the same rule
	 */
	public static Plan plan(Topology topology, Map<String, String> forbidden) {
		var planner = new Planner(topology, forbidden);
		topology.workloads().values().forEach(planner::running);
		topology.volumes().values().forEach(planner::existing);
		return new Plan(topology.name(), planner.steps.values().stream().sorted(Comparator.comparingInt(Step::wave)).toList());
	}

	/** Plans that a workload runs, and everything before. */
	private void running(Workload workload) {
		switch (workload) {
			case VirtualMachine vm -> running(vm);
			case Container container -> planned(
					new StartContainer(container.standsOn(), container.name(), prerequisites(container, List.of())),
					Optional.of(container));
		}
	}

	private Thing running(VirtualMachine vm) {
		var running = new Thing(Kind.RUNNING_VIRTUAL_MACHINE, vm.standsOn(), vm.name());
		if (!steps.containsKey(running)) {
			var defined = planned(new DefineVirtualMachine(vm.standsOn(), vm.name(), prerequisites(vm, vm.volumes())),
					Optional.of(vm));
			planned(new StartVirtualMachine(vm.standsOn(), vm.name(), List.of(defined)), Optional.of(vm));
		}
		return running;
	}

	/** What must exist before a workload can be made. */
	private List<Thing> prerequisites(Workload workload, List<String> volumes) {
		var platform = platformOf(workload);
		var prerequisites = new LinkedHashSet<>(platform);
		for (var network : workload.nics()) {
			prerequisites.add(planned(new DefineNetwork(workload.standsOn(), network, platform), Optional.empty()));
		}
		volumes.stream().map(topology.volumes()::get).map(this::existing).forEach(prerequisites::addAll);
		return List.copyOf(prerequisites);
	}

	/** The virtual machine a workload stands on; nothing when it stands on a host, which is there. */
	private List<Thing> platformOf(Workload workload) {
		return switch (topology.platformOf(workload)) {
			case Host host -> List.of();
			case VirtualMachine vm -> List.of(running(vm));
		};
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
		return InWords.verb(action) + "/" + action.host() + "/" + action.thing().name();
	}
}
