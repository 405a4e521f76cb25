package org.vcdsl.backend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.vcdsl.conversion.Addresses;
import org.vcdsl.finding.Finding;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Attachments;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerEngine;
import org.vcdsl.topology.ContainerTraits;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Duties;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Hardware;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.OperatingSystem;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Pool;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.Reliability;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.TopologyBuilder;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;
import org.vcdsl.topology.Workload;

/**
 * Builds topologies for tests of backends, each declaration on a line of its own.
 *
 * <p>Virtual machines and containers start with everything stated; a test takes away what it is about.
 */
public final class BackendTopology {

	public static final long GIB = 1L << 30;
	public static final long MIB = 1L << 20;

	private final String name;
	private final List<Host> hosts = new ArrayList<>();
	private final List<Network> networks = new ArrayList<>();
	private final List<Volume> volumes = new ArrayList<>();
	private final List<Image> images = new ArrayList<>();
	private final List<Workload> workloads = new ArrayList<>();
	private int line;

	public BackendTopology(String name) {
		this.name = name;
	}

	/** Runs a backend on a topology; no plan, since these backends print what the topology says. */
	public static Backend.Output run(Backend backend, Topology topology) {
		return backend.generate(topology, new Plan(topology.name(), List.of(), List.of()));
	}

	/** What a reader sees of findings, one a line: rule, line of the source, subjects. */
	public static List<String> brief(List<Finding> findings) {
		return findings.stream().map(finding -> finding.ruleId() + " " + finding.severity().label() + " "
				+ finding.source().line() + " " + String.join(",", finding.subjects())).toList();
	}

	public BackendTopology hypervisorHost(String host, String hypervisor) {
		return host(host, Optional.of(new Hypervisor(hypervisor, Optional.empty(), BigDecimal.ONE, BigDecimal.ONE, List.of(), false, here())),
				List.of());
	}

	public BackendTopology engineHost(String host, String engine) {
		return host(host, Optional.empty(), List.of(new ContainerEngine(engine, Optional.empty(), here())));
	}

	public BackendTopology engineHost(String host, String engine, String version) {
		return host(host, Optional.empty(), List.of(new ContainerEngine(engine, Optional.of(version), here())));
	}

	/** A host with LXC and control groups of one kind. */
	public BackendTopology lxcHost(String host, CgroupHierarchy cgroup) {
		return host(host, Optional.empty(), List.of(new ContainerEngine("lxc", Optional.empty(), here())), Optional.of(cgroup));
	}

	public BackendTopology network(String network, String cidr, int vlan) {
		networks.add(new Network(network, next(), List.of(Addresses.parseCidr(cidr)), OptionalInt.of(vlan)));
		return this;
	}

	public BackendTopology volume(String volume, OptionalLong bytes, Optional<String> host) {
		volumes.add(new Volume(volume, volume, next(), bytes, host.stream().toList(), false, OptionalInt.empty(), OptionalInt.empty()));
		return this;
	}

	public BackendTopology image(String image, String reference, Platform... platforms) {
		images.add(new Image(image, next(), Optional.of(reference), Optional.empty(), List.of(platforms), Optional.empty(),
				Optional.empty(), List.of()));
		return this;
	}

	/** One line of text declares all of them. */
	public BackendTopology vm(List<String> names, String host, UnaryOperator<Vm> details) {
		var source = next();
		names.forEach(vm -> workloads.add(details.apply(new Vm()).named(vm, source, host)));
		return this;
	}

	public BackendTopology vm(String vm, String host, UnaryOperator<Vm> details) {
		return vm(List.of(vm), host, details);
	}

	/** One line of text declares all replicas. */
	public BackendTopology container(List<String> names, String host, UnaryOperator<Box> details) {
		var source = next();
		names.forEach(container -> workloads.add(details.apply(new Box()).named(container, source, host)));
		return this;
	}

	public BackendTopology container(String container, String host, UnaryOperator<Box> details) {
		return container(List.of(container), host, details);
	}

	/** One line of text declares all of them. */
	public BackendTopology lxc(List<String> names, String host, UnaryOperator<Lxc> details) {
		var source = next();
		names.forEach(container -> workloads.add(details.apply(new Lxc()).named(container, source, host)));
		return this;
	}

	public BackendTopology lxc(String container, String host, UnaryOperator<Lxc> details) {
		return lxc(List.of(container), host, details);
	}

	public Topology build() {
		var topology = new TopologyBuilder();
		Stream.<List<? extends Element>>of(hosts, networks, volumes, images, workloads)
				.forEach(elements -> elements.forEach(topology::add));
		return topology.build(name);
	}

	private BackendTopology host(String host, Optional<Hypervisor> hypervisor, List<ContainerEngine> engines) {
		return host(host, hypervisor, engines, Optional.empty());
	}

	private BackendTopology host(String host, Optional<Hypervisor> hypervisor, List<ContainerEngine> engines,
			Optional<CgroupHierarchy> cgroup) {
		hosts.add(new Host(host, host, next(), Optional.empty(), Optional.empty(), Optional.empty(),
				Supply.UNSTATED, List.of(),
				Optional.of(operatingSystem(KernelFamily.LINUX, cgroup)), hypervisor, engines, Hardware.UNSTATED, Reliability.UNSTATED));
		return this;
	}

	private static OperatingSystem operatingSystem(KernelFamily family) {
		return operatingSystem(family, Optional.empty());
	}

	private static OperatingSystem operatingSystem(KernelFamily family, Optional<CgroupHierarchy> cgroup) {
		return new OperatingSystem(family.platformName(), at(1),
				new Kernel(family, Optional.empty(), Optional.empty(), false), cgroup, List.of());
	}

	private SourceRange next() {
		line++;
		return here();
	}

	private SourceRange here() {
		return at(line);
	}

	/** A place in its text. */
	public static SourceRange at(int line) {
		return new SourceRange("test.vcd", 0, 1, line, 1, line, 2);
	}

	/** What a test states about a virtual machine: two virtual CPUs, 1 GiB and a Linux guest, unless it says otherwise. */
	public record Vm(Optional<OperatingSystem> guest, OptionalInt vcpus, Optional<Demand> memoryBytes, List<String> volumes,
			List<String> nics) {

		Vm() {
			this(Optional.of(operatingSystem(KernelFamily.LINUX)), OptionalInt.of(2), Optional.of(new Demand(GIB, GIB)),
					List.of(), List.of());
		}

		public Vm windows() {
			return new Vm(Optional.of(operatingSystem(KernelFamily.WINDOWS)), vcpus, memoryBytes, volumes, nics);
		}

		public Vm withoutGuest() {
			return new Vm(Optional.empty(), vcpus, memoryBytes, volumes, nics);
		}

		public Vm withoutVcpus() {
			return new Vm(guest, OptionalInt.empty(), memoryBytes, volumes, nics);
		}

		public Vm withoutMemory() {
			return new Vm(guest, vcpus, Optional.empty(), volumes, nics);
		}

		public Vm memory(long request, long limit) {
			return new Vm(guest, vcpus, Optional.of(new Demand(request, limit)), volumes, nics);
		}

		public Vm disks(String... names) {
			return new Vm(guest, vcpus, memoryBytes, List.of(names), nics);
		}

		public Vm nics(String... names) {
			return new Vm(guest, vcpus, memoryBytes, volumes, List.of(names));
		}

		private VirtualMachine named(String name, SourceRange source, String host) {
			return new VirtualMachine(name, declarationOf(name), source, Pool.of(host), Duties.NONE, guest, Optional.empty(), List.of(), vcpus,
					Optional.empty(), memoryBytes, attachments(volumes, nics), Optional.empty());
		}
	}

	/** What a test states about a container: nothing but its image {@code app}, unless it says otherwise. */
	public record Box(Optional<String> image, Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes,
			List<PublishedPort> ports, List<String> nics) {

		Box() {
			this(Optional.of("app"), Optional.empty(), Optional.empty(), List.of(), List.of());
		}

		public Box withoutImage() {
			return new Box(Optional.empty(), cpuMillicores, memoryBytes, ports, nics);
		}

		public Box cpu(long request, long limit) {
			return new Box(image, Optional.of(new Demand(request, limit)), memoryBytes, ports, nics);
		}

		public Box memory(long request, long limit) {
			return new Box(image, cpuMillicores, Optional.of(new Demand(request, limit)), ports, nics);
		}

		public Box publish(int hostPort, int containerPort) {
			return new Box(image, cpuMillicores, memoryBytes, List.of(new PublishedPort(hostPort, containerPort)), nics);
		}

		public Box nics(String... names) {
			return new Box(image, cpuMillicores, memoryBytes, ports, List.of(names));
		}

		private Container named(String name, SourceRange source, String host) {
			return new Container(name, declarationOf(name), source, Pool.of(host), Duties.NONE, image, ContainerTraits.UNSTATED, cpuMillicores,
					memoryBytes, ports, attachments(List.of(), nics));
		}
	}

	/** What a test states about a system container: its image {@code debian}, and that it is unprivileged, unless it says otherwise. */
	public record Lxc(Optional<String> image, Optional<Boolean> privileged, Optional<Demand> cpuMillicores, Optional<Demand> memoryBytes,
			Attachments attachments) {

		Lxc() {
			this(Optional.of("debian"), Optional.of(false), Optional.empty(), Optional.empty(), Attachments.NONE);
		}

		public Lxc withoutImage() {
			return new Lxc(Optional.empty(), privileged, cpuMillicores, memoryBytes, attachments);
		}

		public Lxc asRootOfTheHost() {
			return new Lxc(image, Optional.of(true), cpuMillicores, memoryBytes, attachments);
		}

		public Lxc ofUnstatedPrivileges() {
			return new Lxc(image, Optional.empty(), cpuMillicores, memoryBytes, attachments);
		}

		public Lxc cpu(long request, long limit) {
			return new Lxc(image, privileged, Optional.of(new Demand(request, limit)), memoryBytes, attachments);
		}

		public Lxc memory(long request, long limit) {
			return new Lxc(image, privileged, cpuMillicores, Optional.of(new Demand(request, limit)), attachments);
		}

		public Lxc boot(Disk disk) {
			return attached(new Attachments(Optional.of(disk), attachments.disks(), attachments.nics()));
		}

		public Lxc disk(Disk disk) {
			return attached(new Attachments(attachments.boot(), List.of(disk), attachments.nics()));
		}

		public Lxc disks(String... names) {
			return attached(BackendTopology.attachments(List.of(names), attachments.nics()));
		}

		public Lxc nics(String... names) {
			return attached(new Attachments(attachments.boot(), attachments.disks(), List.of(names)));
		}

		private Lxc attached(Attachments others) {
			return new Lxc(image, privileged, cpuMillicores, memoryBytes, others);
		}

		private SystemContainer named(String name, SourceRange source, String host) {
			return new SystemContainer(name, declarationOf(name), source, Pool.of(host), Duties.NONE, image,
					new ContainerTraits(Optional.empty(), Optional.empty(), Optional.empty(), privileged, List.of()), cpuMillicores, memoryBytes,
					attachments, Optional.empty());
		}
	}

	private static Attachments attachments(List<String> volumes, List<String> nics) {
		return new Attachments(Optional.empty(),
				volumes.stream().map(volume -> new Disk(Optional.of(volume), OptionalLong.empty())).toList(), nics);
	}

	private static String declarationOf(String name) {
		return name.replaceAll("\\[\\d+]$", "");
	}
}
