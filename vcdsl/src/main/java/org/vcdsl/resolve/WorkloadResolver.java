package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Attachments;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Duties;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Migration;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Pool;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.Recovery;
import org.vcdsl.topology.Role;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;
import org.vcdsl.vcd.BootClause;
import org.vcdsl.vcd.ClusterDeclaration;
import org.vcdsl.vcd.ContainerBody;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.DiskClause;
import org.vcdsl.vcd.EngineKind;
import org.vcdsl.vcd.IndexRange;
import org.vcdsl.vcd.Item;
import org.vcdsl.vcd.LxcBody;
import org.vcdsl.vcd.LxcDeclaration;
import org.vcdsl.vcd.MicroVmBody;
import org.vcdsl.vcd.MicroVmDeclaration;
import org.vcdsl.vcd.NeedClause;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.PodBody;
import org.vcdsl.vcd.PodContainerDeclaration;
import org.vcdsl.vcd.PodDeclaration;
import org.vcdsl.vcd.PublishClause;
import org.vcdsl.vcd.RuntimeClause;
import org.vcdsl.vcd.VmBody;
import org.vcdsl.vcd.VmDeclaration;
import org.vcdsl.vcd.VolumeDeclaration;
import org.vcdsl.vcd.WorkloadDeclaration;

/** Workloads with what their templates give them; replicas and members of a range become workloads of their own. */
final class WorkloadResolver {

	private static final int LAST_PORT = 65_535;
	private static final int MOST_VCPUS = 4096;

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Groups groups;
	private final References references;
	private final NamedEntries entries;
	private final SystemResolver systems;
	private final RequirementResolver requirements;
	private final NeedResolver needs;
	private final Pools pools;

	WorkloadResolver(SourceRanges ranges, Remarks remarks, Groups groups, References references, NamedEntries entries, SystemResolver systems,
			RequirementResolver requirements, NeedResolver needs, Pools pools) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.groups = groups;
		this.references = references;
		this.entries = entries;
		this.systems = systems;
		this.requirements = requirements;
		this.needs = needs;
		this.pools = pools;
	}

	/**
	 * What other workloads must know of virtual machines to stand on them: everything but their pools, which may be virtual machines
	 * themselves. They stand on themselves, which no topology ever shows.
	 */
	Stream<VirtualMachine> platforms(VmDeclaration vm) {
		var bodies = Bodies.of(vm, VmBody.class, ranges, new Remarks(ranges));
		var hypervisor = bodies.value(VM_BODY__HYPERVISOR, VmBody::getHypervisor).map(systems::hypervisor);
		var engines = bodies.list(VM_BODY__ENGINES, VmBody::getEngines).stream().map(systems::engine).toList();
		var duties = new Duties(bodies.value(VM_BODY__ROLE, VmBody::getRole).map(WorkloadResolver::role), List.of(), Optional.empty());
		var source = ranges.of(vm);
		return groups.membersOf(vm).stream().map(name -> new VirtualMachine(name, name, source, Pool.of(name), duties,
				Optional.empty(), hypervisor, engines, OptionalInt.empty(), Optional.empty(), Optional.empty(), Attachments.NONE,
				Optional.empty()));
	}

	/** The workloads that a declaration makes; none, with an error, when there is nothing they can stand on. */
	Stream<? extends Workload> workloads(WorkloadDeclaration workload) {
		return switch (workload) {
			case VmDeclaration vm -> virtualMachines(vm);
			case MicroVmDeclaration vm -> microVirtualMachines(vm);
			case ContainerDeclaration container -> containers(container);
			case LxcDeclaration container -> systemContainers(container);
			case PodDeclaration pod -> pods(pod);
			default -> throw new IllegalStateException("A workload the grammar does not know: " + workload);
		};
	}

	private Stream<VirtualMachine> virtualMachines(VmDeclaration vm) {
		var bodies = Bodies.of(vm, VmBody.class, ranges, remarks);
		var declaration = groups.nameOf(vm);
		var source = ranges.of(vm);
		var duties = duties(bodies, VM_BODY__ROLE, VM_BODY__NEEDS, VM_BODY__RECOVERY, vm);
		var guest = bodies.value(VM_BODY__GUEST, VmBody::getGuest).map(systems::operatingSystem);
		var hypervisor = bodies.value(VM_BODY__HYPERVISOR, VmBody::getHypervisor).map(systems::hypervisor);
		var engines = bodies.list(VM_BODY__ENGINES, VmBody::getEngines).stream().map(systems::engine).toList();
		var vcpus = vcpus(bodies, VM_BODY__VCPUS);
		var model = bodies.value(VM_BODY__MODEL, VmBody::getModel);
		var memory = demand(bodies, VM_BODY__MEMORY, Dimension.MEMORY);
		var attachments = attachments(bodies, VM_BODY__BOOT, VM_BODY__DISKS, VM_BODY__NICS);
		var migration = bodies.value(VM_BODY__MIGRATION, VmBody::getMigration).map(WorkloadResolver::migration);
		return pools.of(vm, Optional.empty()).stream().flatMap(pool -> groups.membersOf(vm).stream()
				.map(name -> new VirtualMachine(name, declaration, source, pool, duties, guest, hypervisor, engines, vcpus, model,
						memory, attachments, migration)));
	}

	private Stream<MicroVirtualMachine> microVirtualMachines(MicroVmDeclaration vm) {
		var bodies = Bodies.of(vm, MicroVmBody.class, ranges, remarks);
		var declaration = groups.nameOf(vm);
		var source = ranges.of(vm);
		var duties = duties(bodies, MICRO_VM_BODY__ROLE, MICRO_VM_BODY__NEEDS, MICRO_VM_BODY__RECOVERY, vm);
		var guest = bodies.value(MICRO_VM_BODY__GUEST, MicroVmBody::getGuest).map(systems::operatingSystem);
		var runtime = bodies.value(MICRO_VM_BODY__RUNTIME, MicroVmBody::getRuntime).map(this::runtime);
		var vcpus = vcpus(bodies, MICRO_VM_BODY__VCPUS);
		var memory = demand(bodies, MICRO_VM_BODY__MEMORY, Dimension.MEMORY);
		var attachments = attachments(bodies, MICRO_VM_BODY__BOOT, MICRO_VM_BODY__DISKS, MICRO_VM_BODY__NICS);
		return pools.of(vm, Optional.empty()).stream().flatMap(pool -> groups.membersOf(vm).stream()
				.map(name -> new MicroVirtualMachine(name, declaration, source, pool, duties, guest, runtime, vcpus, memory, attachments)));
	}

	private Stream<Container> containers(ContainerDeclaration container) {
		var bodies = Bodies.of(container, ContainerBody.class, ranges, remarks);
		var declaration = groups.nameOf(container);
		var source = ranges.of(container);
		var members = groups.membersOf(container);
		var duties = duties(bodies, CONTAINER_BODY__ROLE, CONTAINER_BODY__NEEDS, CONTAINER_BODY__RECOVERY, container);
		var image = bodies.value(CONTAINER_BODY__IMAGE, ContainerBody::getImage).map(references::image);
		var engine = bodies.value(CONTAINER_BODY__ENGINE, ContainerBody::getEngine).map(EngineKind::getName);
		var traits = new ContainerTraits(engine, bodies.value(CONTAINER_BODY__RUNTIME, ContainerBody::getRuntime)
				.map(this::runtime), isolation(bodies, CONTAINER_BODY__ISOLATION), privileged(bodies, CONTAINER_BODY__PRIVILEGE),
				requirements.of(bodies.all(ContainerBody::getRequirements)));
		var cpu = demand(bodies, CONTAINER_BODY__CPU, Dimension.CPU);
		var memory = demand(bodies, CONTAINER_BODY__MEMORY, Dimension.MEMORY);
		var ports = ports(bodies.list(CONTAINER_BODY__PORTS, ContainerBody::getPorts), container, members.size());
		var attachments = attachments(bodies, null, CONTAINER_BODY__DISKS, CONTAINER_BODY__NICS);
		return pools.of(container, engine).stream().flatMap(pool -> numbered(members)
				.map(member -> new Container(member.name(), declaration, source, pool, duties, image, traits, cpu, memory,
						ports.get(member.index()), attachments)));
	}

	private Stream<SystemContainer> systemContainers(LxcDeclaration container) {
		var bodies = Bodies.of(container, LxcBody.class, ranges, remarks);
		var declaration = groups.nameOf(container);
		var source = ranges.of(container);
		var duties = duties(bodies, LXC_BODY__ROLE, LXC_BODY__NEEDS, LXC_BODY__RECOVERY, container);
		var image = bodies.value(LXC_BODY__IMAGE, LxcBody::getImage).map(references::image);
		var traits = new ContainerTraits(Optional.empty(), Optional.empty(), Optional.empty(),
				privileged(bodies, LXC_BODY__PRIVILEGE), requirements.of(bodies.all(LxcBody::getRequirements)));
		var cpu = demand(bodies, LXC_BODY__CPU, Dimension.CPU);
		var memory = demand(bodies, LXC_BODY__MEMORY, Dimension.MEMORY);
		var attachments = attachments(bodies, LXC_BODY__BOOT, LXC_BODY__DISKS, LXC_BODY__NICS);
		var migration = bodies.value(LXC_BODY__MIGRATION, LxcBody::getMigration).map(WorkloadResolver::migration);
		return pools.of(container, Optional.empty()).stream().flatMap(pool -> groups.membersOf(container).stream()
				.map(name -> new SystemContainer(name, declaration, source, pool, duties, image, traits, cpu, memory, attachments,
						migration)));
	}

	private Stream<Pod> pods(PodDeclaration pod) {
		var bodies = Bodies.of(pod, PodBody.class, ranges, remarks);
		var declaration = groups.nameOf(pod);
		var source = ranges.of(pod);
		var members = groups.membersOf(pod);
		var duties = duties(bodies, POD_BODY__ROLE, POD_BODY__NEEDS, POD_BODY__RECOVERY, pod);
		var engine = bodies.value(POD_BODY__ENGINE, PodBody::getEngine).map(EngineKind::getName);
		var traits = new ContainerTraits(engine, bodies.value(POD_BODY__RUNTIME, PodBody::getRuntime).map(this::runtime),
				isolation(bodies, POD_BODY__ISOLATION), Optional.empty(), List.of());
		var containers = podContainers(bodies.list(POD_BODY__ITEMS, PodBody::getItems), declaration);
		if (containers.isEmpty()) {
			remarks.add("VCD103", Severity.ERROR, source, "The pod '%s' has no container. Declare one in it.".formatted(declaration),
					declaration);
		}
		var ports = ports(bodies.list(POD_BODY__PORTS, PodBody::getPorts), pod, members.size());
		var attachments = attachments(bodies, null, POD_BODY__DISKS, POD_BODY__NICS);
		return pools.of(pod, engine).stream().flatMap(pool -> numbered(members).map(member -> new Pod(member.name(), declaration,
				source, pool, duties, traits, containers, ports.get(member.index()), attachments)));
	}

	private List<Pod.Member> podContainers(List<Item> items, String pod) {
		var byName = new LinkedHashMap<String, Pod.Member>();
		for (var item : items) {
			if (!(item instanceof PodContainerDeclaration container)) {
				continue;
			}
			var member = new Pod.Member(container.getName(), ranges.of(container),
					Optional.ofNullable(container.getImage()).map(references::image), privileged(container.getPrivilege()),
					requirements.of(container.getRequirements()),
					remarks.read(container, POD_CONTAINER_DECLARATION__CPU, text -> Quantities.parseDemand(text, Dimension.CPU)),
					remarks.read(container, POD_CONTAINER_DECLARATION__MEMORY, text -> Quantities.parseDemand(text, Dimension.MEMORY)));
			if (byName.putIfAbsent(member.name(), member) != null) {
				remarks.add("VCD102", Severity.ERROR, ranges.of(container),
						"The pod '%s' has a container '%s' already. Give one of them another name.".formatted(pod, member.name()), pod);
			}
		}
		return List.copyOf(byName.values());
	}

	private <B extends EObject> Duties duties(Bodies<B> bodies, EAttribute role, EReference needed, EAttribute recovery,
			WorkloadDeclaration workload) {
		var clauses = bodies.list(needed, body -> WorkloadResolver.<NeedClause>clauses(body, needed));
		var duties = new Duties(bodies.value(role, body -> role((String) body.eGet(role))),
				clauses.isEmpty() ? List.of() : needs.of(clauses, groups.nameOf(workload)),
				bodies.value(recovery, body -> Recovery.valueOf(upper((String) body.eGet(recovery)))));
		return duties.equals(Duties.NONE) ? Duties.NONE : duties;
	}

	private <B extends EObject> Attachments attachments(Bodies<B> bodies, EReference boot, EReference disks, EReference nics) {
		var bootDisk = boot == null ? Optional.<Disk>empty()
				: bodies.stating(boot).flatMap(body -> bootDisk((BootClause) body.eGet(boot)));
		var otherDisks = bodies.list(disks, body -> WorkloadResolver.<DiskClause>clauses(body, disks)).stream().flatMap(this::disks).toList();
		var networks = bodies.stating(nics).map(body -> references.namesOf(WorkloadResolver.<NetworkDeclaration>clauses(body, nics)))
				.orElse(List.of());
		return bootDisk.isEmpty() && otherDisks.isEmpty() && networks.isEmpty() ? Attachments.NONE
				: new Attachments(bootDisk, otherDisks, networks);
	}

	private Optional<Disk> bootDisk(BootClause boot) {
		return remarks.read(boot, BOOT_CLAUSE__SIZE, text -> Quantities.parse(text, Dimension.STORAGE))
				.map(size -> new Disk(oneVolume(boot, boot.getVolume(), boot.getRange()), OptionalLong.of(size)));
	}

	/** One disk, or one for each volume of a group. */
	private Stream<Disk> disks(DiskClause disk) {
		if (disk.getSize() == null) {
			return groups.selected(disk, disk.getVolume(), disk.getRange()).members().stream()
					.map(volume -> new Disk(Optional.of(volume), OptionalLong.empty()));
		}
		return remarks.read(disk, DISK_CLAUSE__SIZE, text -> Quantities.parse(text, Dimension.STORAGE))
				.map(size -> new Disk(oneVolume(disk, disk.getVolume(), disk.getRange()), OptionalLong.of(size)))
				.stream();
	}

	/** The volume that something is carved out of; absent, with an error, when a whole group is named. */
	private Optional<String> oneVolume(EObject clause, VolumeDeclaration volume, IndexRange range) {
		if (volume == null) {
			return Optional.empty();
		}
		var selected = groups.selected(clause, volume, range);
		if (selected.members().size() > 1) {
			remarks.add("VCD103", Severity.ERROR, ranges.of(clause), "A disk is part of one volume, but '%s' are %s. Name one of them, as in '%s'."
					.formatted(selected.text(), selected.members().size(), selected.members().getFirst()), selected.text());
		}
		return selected.members().stream().findFirst();
	}

	private <B extends EObject> OptionalInt vcpus(Bodies<B> bodies, EAttribute feature) {
		return bodies.stating(feature).flatMap(body -> remarks.read(body, feature, text -> Quantities.parseInt(text, 1, MOST_VCPUS)))
				.map(OptionalInt::of).orElseGet(OptionalInt::empty);
	}

	private <B extends EObject> Optional<Demand> demand(Bodies<B> bodies, EAttribute feature, Dimension dimension) {
		return bodies.stating(feature)
				.flatMap(body -> remarks.read(body, feature, text -> Quantities.parseDemand(text, dimension)));
	}

	private static <B extends EObject> Optional<Isolation> isolation(Bodies<B> bodies, EAttribute feature) {
		return bodies.value(feature, body -> Isolation.valueOf(upper((String) body.eGet(feature))));
	}

	private static <B extends EObject> Optional<Boolean> privileged(Bodies<B> bodies, EAttribute feature) {
		return bodies.stating(feature).flatMap(body -> privileged((String) body.eGet(feature)));
	}

	private static Optional<Boolean> privileged(String privilege) {
		return Optional.ofNullable(privilege).map("privileged"::equals);
	}

	private static Role role(String role) {
		return Role.valueOf(upper(role));
	}

	private static Migration migration(String migration) {
		return Migration.valueOf(upper(migration));
	}

	private Software runtime(RuntimeClause runtime) {
		return new Software(entries.nameOf(runtime.getKind()), Optional.ofNullable(runtime.getVersion()));
	}

	private static String upper(String word) {
		return word.toUpperCase(Locale.ROOT);
	}

	@SuppressWarnings("unchecked")
	private static <T> List<T> clauses(EObject body, EStructuralFeature list) {
		return (List<T>) body.eGet(list);
	}

	/** A member of a group, and its position among those of its declaration. */
	private record Numbered(String name, int index) {
	}

	private static Stream<Numbered> numbered(List<String> members) {
		return IntStream.range(0, members.size()).mapToObj(index -> new Numbered(members.get(index), index));
	}

	/** The published ports of each member. */
	private List<List<PublishedPort>> ports(List<PublishClause> clauses, WorkloadDeclaration workload, int members) {
		if (clauses.isEmpty()) {
			return Collections.nCopies(members, List.of());
		}
		var published = clauses.stream().map(clause -> ports(clause, workload, members)).toList();
		var ports = new ArrayList<List<PublishedPort>>();
		for (var member = 0; member < members; member++) {
			var index = member;
			ports.add(published.stream().filter(some -> index < some.size()).map(some -> some.get(index)).toList());
		}
		return ports;
	}

	/**
	 * One published port for each member; none, with an error, when their numbers differ. In a Kubernetes cluster one port does for all, each on a
	 * node of its own, as its scheduler has it of host ports.
	 */
	private List<PublishedPort> ports(PublishClause publish, WorkloadDeclaration workload, int replicas) {
		var first = remarks.read(publish, PUBLISH_CLAUSE__FIRST, text -> Quantities.parseInt(text, 1, LAST_PORT));
		var last = publish.getLast() == null ? first
				: remarks.read(publish, PUBLISH_CLAUSE__LAST, text -> Quantities.parseInt(text, 1, LAST_PORT));
		var inside = remarks.read(publish, PUBLISH_CLAUSE__CONTAINER, text -> Quantities.parseInt(text, 1, LAST_PORT));
		if (first.isEmpty() || last.isEmpty() || inside.isEmpty()) {
			return List.of();
		}
		if (publish.getLast() == null && isScheduled(workload)) {
			return Collections.nCopies(replicas, new PublishedPort(first.get(), inside.get()));
		}
		var count = last.get() - first.get() + 1;
		if (count != replicas) {
			refuse(publish, first.get(), last.get(), inside.get(), groups.nameOf(workload), replicas);
			return List.of();
		}
		var ports = new ArrayList<PublishedPort>();
		for (int port = first.get(); port <= last.get(); port++) {
			ports.add(new PublishedPort(port, inside.get()));
		}
		return ports;
	}

	/** Whether the scheduler of Kubernetes places it. */
	private static boolean isScheduled(WorkloadDeclaration workload) {
		return workload instanceof PodDeclaration && workload.eContainer() instanceof ClusterDeclaration cluster && cluster.getOrchestrator() != null
				&& Cluster.KUBERNETES.equals(cluster.getOrchestrator().getName());
	}

	/** A number of ports that is not that of the replicas, and where they could be counted from the first, how. */
	private void refuse(PublishClause publish, int first, int last, int inside, String workload, int replicas) {
		if (last < first) {
			remarks.add("VCD110", Severity.ERROR, ranges.of(publish), "The port range %s..%s is reversed.".formatted(first, last), workload);
			return;
		}
		var ports = "%s -> %s".formatted(replicas == 1 ? first : first + ".." + (first + replicas - 1), inside);
		remarks.add(new Finding("VCD110", Severity.ERROR, ranges.of(publish),
				"%s of '%s' publish%s. Give each replica one host port: '%s'.".formatted(counted(replicas, "replica"), workload,
						(replicas == 1 ? "es " : " ") + counted(last - first + 1, "host port"), ports),
				List.of(workload), List.of()).fixedBy("Publish '%s'".formatted(ports), new Replace(ranges.of(publish), ports)));
	}

	private static String counted(int number, String noun) {
		return "%s %s%s".formatted(number, noun, number == 1 ? "" : "s");
	}
}
