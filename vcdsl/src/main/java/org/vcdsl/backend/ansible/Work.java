package org.vcdsl.backend.ansible;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.backend.MachineArchitecture;
import org.vcdsl.backend.ScheduledPods;
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
import org.vcdsl.topology.Container;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Which steps of a plan Ansible can carry out, and by which tasks: those for which libvirt, Compose or LXC is the tool and all it
 * needs is stated, and of these the ones whose dependencies are carried out too.
 */
final class Work {

	private final Topology topology;
	private final Plan plan;
	private final SystemContainers systemContainers;

	/** Ids of what is carried out, each with its task files; a network may serve both machines and containers. */
	private final Map<String, Set<TaskFile>> taskFiles = new HashMap<>();
	private final Set<String> networks = new HashSet<>();
	private final Set<Workload> leftOut = new LinkedHashSet<>();

	/** Ids of what a person does; whoever runs the playbook says that it is done. */
	private final Set<String> manual = new LinkedHashSet<>();

	Work(Topology topology, Plan plan) {
		this.topology = topology;
		this.plan = plan;
		this.systemContainers = new SystemContainers(topology);
		plan.steps().forEach(this::assign);
		taskFiles.values().removeIf(Set::isEmpty);
	}

	/** What is carried out, in the order of the plan. */
	List<Step> steps() {
		return plan.steps().stream().filter(step -> taskFiles.containsKey(step.id())).toList();
	}

	/** What a person does, in the order of the plan. */
	List<Step> manualSteps() {
		return plan.steps().stream().filter(step -> manual.contains(step.id())).toList();
	}

	/** How a step that is carried out is carried out. */
	boolean uses(Step step, TaskFile taskFile) {
		return taskFiles.get(step.id()).contains(taskFile);
	}

	/** Whether a step that is carried out leaves something that can be taken back. */
	boolean canBeUndone(Step step) {
		return taskFiles.get(step.id()).stream().anyMatch(TaskFile::canBeUndone);
	}

	/**
	 * Workloads that are not deployed though the tool's own backend prints them: they stand on something that is not deployed, or
	 * have no operating system to install. Of all others that backend says that, and why, it prints nothing for them.
	 */
	List<Workload> leftOut() {
		return List.copyOf(leftOut);
	}

	/** The virtual machines that are deployed. */
	List<VirtualMachine> machines() {
		return steps().stream().map(Step::action).filter(DefineVirtualMachine.class::isInstance)
				.map(action -> machine(action.thing().name())).toList();
	}

	/** The system containers that are deployed. */
	List<SystemContainer> systemContainers() {
		return steps().stream().map(Step::action).filter(StartSystemContainer.class::isInstance)
				.map(action -> systemContainer(action.thing().name())).toList();
	}

	/** Who a folder that is a volume belongs to on its host. */
	int ownerOf(Volume folder) {
		return systemContainers.ownerOf(folder);
	}

	/** What Ansible logs in to: hosts, and virtual machines in which something stands, in the order in which they are needed. */
	List<String> places() {
		return steps().stream().map(step -> step.action().host()).distinct().toList();
	}

	/** Whether Kubernetes places it, so that its own backend says what becomes of it. */
	boolean isScheduled(Pod pod) {
		return plan.podGroups().stream().anyMatch(group -> group.declaration().equals(pod.declaration()));
	}

	VirtualMachine machine(String name) {
		return (VirtualMachine) topology.workloads().get(name);
	}

	SystemContainer systemContainer(String name) {
		return (SystemContainer) topology.workloads().get(name);
	}

	/** A person enrols a hypervisor, and forms a cluster, whoever deploys their machines; all else needs what comes before it. */
	private void assign(Step step) {
		if (step.action() instanceof Enrol || step.action() instanceof FormCluster) {
			manual.add(step.id());
		} else if (step.after().stream().allMatch(id -> taskFiles.containsKey(id) || manual.contains(id))) {
			assignTasks(step);
		} else {
			leaveOut(step);
		}
	}

	private void assignTasks(Step step) {
		switch (step.action()) {
			case DefineNetwork network -> {
				taskFiles.put(step.id(), new LinkedHashSet<>());
				networks.add(step.id());
			}
			case CreateVolume action -> {
				var volume = topology.volumes().get(action.volume());
				var isFolder = systemContainers.isFolder(volume);
				assign(step, isFolder ? TaskFile.CREATE_FOLDER : TaskFile.CREATE_VOLUME, isFolder || hasArtifact(volume));
			}
			case DefineVirtualMachine vm -> {
				assign(step, TaskFile.DEFINE_VM, hasArtifacts(machine(vm.vm())));
				useNetworks(step, TaskFile.REQUIRE_BRIDGE, TaskFile.DEFINE_BRIDGED_NETWORK);
			}
			case StartVirtualMachine vm -> assign(step, TaskFile.START_VM, true);
			case StartContainer container -> {
				assign(step, TaskFile.START_CONTAINER,
						hasArtifact((Container) topology.workloads().get(container.container())));
				useNetworks(step, TaskFile.DEFINE_CONTAINER_NETWORK);
			}
			case StartMicroVirtualMachine vm -> leaveOut(step);
			case StartSystemContainer container -> {
				assign(step, TaskFile.START_SYSTEM_CONTAINER, systemContainers.isWritten(systemContainer(container.container())));
				useNetworks(step, TaskFile.REQUIRE_BRIDGE);
			}
			case StartPod pod -> leaveOut(step);
			case DeployPods pods -> {
				if (arePrinted(pods)) {
					manual.add(step.id());
				}
			}
			case Enrol enrolment -> throw new IllegalStateException("Nobody's task: " + step.id());
			case FormCluster cluster -> throw new IllegalStateException("Nobody's task: " + step.id());
		}
	}

	private void assign(Step step, TaskFile taskFile, boolean possible) {
		if (possible) {
			taskFiles.put(step.id(), Set.of(taskFile));
		} else {
			leaveOut(step);
		}
	}

	/** A network is made in the way its users need, and not at all for users that are left out. */
	private void useNetworks(Step user, TaskFile... files) {
		if (taskFiles.containsKey(user.id())) {
			user.after().stream().filter(networks::contains).forEach(id -> {
				taskFiles.get(id).addAll(List.of(files));
				if (taskFiles.get(id).contains(TaskFile.REQUIRE_BRIDGE) && filtersFrames(user.action().host())) {
					taskFiles.get(id).add(TaskFile.REQUIRE_PASSAGE);
				}
			});
		}
	}

	/**
	 * Whether docker runs there: it forbids its host to forward, and means frames between the ports of a bridge, too (Docker's manual, "Packet
	 * filtering and firewalls").
	 */
	private boolean filtersFrames(String place) {
		var engines = topology.hosts().containsKey(place) ? topology.hosts().get(place).engines() : machine(place).engines();
		return engines.stream().anyMatch(engine -> engine.name().equals("docker"));
	}

	private void leaveOut(Step step) {
		var workload = topology.workloads().get(step.action().thing().name());
		if (workload != null && isPrinted(workload)) {
			leftOut.add(workload);
		}
	}

	private boolean isPrinted(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> hasDomain(vm);
			case Container container -> hasArtifact(container);
			case MicroVirtualMachine vm -> false;
			case SystemContainer container -> systemContainers.isWritten(container);
			case Pod pod -> false;
		};
	}

	private boolean arePrinted(DeployPods action) {
		return plan.podGroups().stream().filter(group -> group.declaration().equals(action.pods()))
				.allMatch(group -> ScheduledPods.areWritten(group, topology));
	}

	private boolean hasArtifact(Volume volume) {
		return volume.sizeBytes().isPresent() && volume.host().filter(this::isKvmHost).isPresent();
	}

	/** A libvirt domain, and a base image to boot it from. */
	private boolean hasArtifacts(VirtualMachine vm) {
		return hasDomain(vm) && vm.guest().isPresent();
	}

	private boolean hasDomain(VirtualMachine vm) {
		var host = topology.standsOn(vm);
		return isKvmHost(host) && MachineArchitecture.isWrittenFor(topology.hosts().get(host)) && vm.vcpus().isPresent()
				&& vm.memoryBytes().isPresent()
				&& vm.attachments().disks().stream().allMatch(disk -> disk.sizeBytes().isEmpty())
				&& vm.attachments().boot().flatMap(Disk::volume).isEmpty()
				&& vm.volumes().stream().map(topology.volumes()::get).allMatch(
						volume -> volume.host().filter(topology.standsOn(vm)::equals).isPresent());
	}

	/** A service of a Compose file. */
	private boolean hasArtifact(Container container) {
		return topology.platformOf(container).engines().stream().anyMatch(engine -> engine.name().equals("docker"))
				&& container.image().map(topology.images()::get).flatMap(Image::reference).isPresent();
	}

	private boolean isKvmHost(String name) {
		return Optional.ofNullable(topology.hosts().get(name)).flatMap(Host::hypervisor)
				.filter(hypervisor -> hypervisor.name().equals("kvm")).isPresent();
	}
}
