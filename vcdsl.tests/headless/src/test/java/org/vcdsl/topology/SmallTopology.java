package org.vcdsl.topology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Builds a topology of a few hosts and workloads; what a test does not state stays unstated. */
public final class SmallTopology {

	private final List<Host> hosts = new ArrayList<>();
	private final List<Network> networks = new ArrayList<>();
	private final List<Volume> volumes = new ArrayList<>();
	private final List<Image> images = new ArrayList<>();
	private final List<Workload> workloads = new ArrayList<>();

	/** Adds a host with a KVM hypervisor and docker. */
	public SmallTopology host(String name) {
		return host(name, "kvm", "docker");
	}

	/** Adds hosts of one declaration. */
	public SmallTopology hosts(String... names) {
		var declaration = nextLine(names[0]);
		Stream.of(names).forEach(name -> host(name, declaration, "kvm", "docker"));
		return this;
	}

	/** Adds a host with a hypervisor and a container engine. */
	public SmallTopology host(String name, String hypervisor, String engine) {
		return host(name, nextLine(name), hypervisor, engine);
	}

	private SmallTopology host(String name, SourceRange source, String hypervisor, String engine) {
		hosts.add(new Host(name, name, source, Optional.empty(), Optional.empty(), Optional.empty(),
				Supply.UNSTATED, List.of(),
				Optional.of(debian(nextLine("Debian 12"))),
				Optional.of(new Hypervisor(hypervisor, Optional.empty(), BigDecimal.ONE, BigDecimal.ONE, List.of(), false, nextLine(hypervisor))),
				List.of(new ContainerEngine(engine, Optional.empty(), nextLine(engine))), Hardware.UNSTATED, Reliability.UNSTATED));
		return this;
	}

	/** Adds a network. */
	public SmallTopology network(String name) {
		networks.add(new Network(name, nextLine(name), List.of(), OptionalInt.empty()));
		return this;
	}

	/** Adds a volume of 1 GiB. */
	public SmallTopology volume(String name, Optional<String> host) {
		volumes.add(new Volume(name, name, nextLine(name), OptionalLong.of(1L << 30), host.stream().toList(), false, OptionalInt.empty(),
				OptionalInt.empty()));
		return this;
	}

	/** Adds a virtual machine with Debian, docker, 1 virtual CPU and 1 GiB of memory. */
	public SmallTopology vm(String name, String on, List<String> volumes, List<String> nics) {
		return vm(name, on, Optional.of(debian(nextLine("Debian 12"))), volumes, nics);
	}

	/** Adds a virtual machine of which nobody stated the operating system. */
	public SmallTopology vmWithoutGuest(String name, String on) {
		return vm(name, on, Optional.empty(), List.of(), List.of());
	}

	private SmallTopology vm(String name, String on, Optional<OperatingSystem> guest, List<String> volumes, List<String> nics) {
		workloads.add(new VirtualMachine(name, name, nextLine(name), Pool.of(on), Duties.NONE, guest, Optional.empty(),
				List.of(new ContainerEngine("docker", Optional.empty(), nextLine("docker"))), OptionalInt.of(1),
				Optional.empty(), Optional.of(new Demand(1L << 30, 1L << 30)), attachments(volumes, nics), Optional.empty()));
		return this;
	}

	/** Adds a container and its image, of which {@code reference} is what a registry knows it by. */
	public SmallTopology container(String name, String on, String reference, List<String> nics) {
		var image = "image" + images.size();
		images.add(new Image(image, nextLine(image), Optional.of(reference), Optional.empty(), List.of(), Optional.empty(),
				Optional.empty(), List.of()));
		workloads.add(new Container(name, name, nextLine(name), Pool.of(on), Duties.NONE, Optional.of(image),
				ContainerTraits.UNSTATED, Optional.empty(), Optional.empty(), List.of(), attachments(List.of(), nics)));
		return this;
	}

	/** Adds a system container with 1 GiB of memory, made from an image of that name, of which nobody stated where it comes from. */
	public SmallTopology systemContainer(String name, String on, String image, List<String> volumes, List<String> nics) {
		return systemContainer(name, on, image, Optional.of(false), volumes, nics);
	}

	/** Adds a system container whose root is the host's. */
	public SmallTopology privilegedSystemContainer(String name, String on, String image) {
		return systemContainer(name, on, image, Optional.of(true), List.of(), List.of());
	}

	private SmallTopology systemContainer(String name, String on, String image, Optional<Boolean> privileged, List<String> volumes,
			List<String> nics) {
		images.add(new Image(image, nextLine(image), Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
				Optional.empty(), List.of()));
		workloads.add(new SystemContainer(name, name, nextLine(name), Pool.of(on), Duties.NONE, Optional.of(image),
				new ContainerTraits(Optional.empty(), Optional.empty(), Optional.empty(), privileged, List.of()), Optional.empty(),
				Optional.of(new Demand(1L << 30, 1L << 30)), attachments(volumes, nics), Optional.empty()));
		return this;
	}

	/** The topology so far. */
	public Topology build() {
		var topology = new TopologyBuilder();
		Stream.<List<? extends Element>>of(hosts, networks, volumes, images, workloads)
				.forEach(elements -> elements.forEach(topology::add));
		return topology.build("small");
	}

	private static Attachments attachments(List<String> volumes, List<String> nics) {
		return new Attachments(Optional.empty(),
				volumes.stream().map(volume -> new Disk(Optional.of(volume), OptionalLong.empty())).toList(), nics);
	}

	private static OperatingSystem debian(SourceRange source) {
		return new OperatingSystem("Debian 12", source,
				new Kernel(KernelFamily.LINUX, Optional.empty(), Version.parse("6.1"), false), Optional.of(CgroupHierarchy.V2), List.of());
	}

	/** Every element in a line of its own. */
	private SourceRange nextLine(String text) {
		var line = 1 + hosts.size() + networks.size() + volumes.size() + images.size() + workloads.size();
		return new SourceRange("small.vcd", 0, text.length(), line, 1, line, 1 + text.length());
	}
}
