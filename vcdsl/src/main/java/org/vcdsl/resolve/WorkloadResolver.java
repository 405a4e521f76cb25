package org.vcdsl.resolve;

import static org.vcdsl.vcd.VcdPackage.Literals.CONTAINER_DECLARATION__CPU;
import static org.vcdsl.vcd.VcdPackage.Literals.CONTAINER_DECLARATION__MEMORY;
import static org.vcdsl.vcd.VcdPackage.Literals.CONTAINER_DECLARATION__REPLICAS;
import static org.vcdsl.vcd.VcdPackage.Literals.PUBLISH_CLAUSE__CONTAINER;
import static org.vcdsl.vcd.VcdPackage.Literals.PUBLISH_CLAUSE__FIRST;
import static org.vcdsl.vcd.VcdPackage.Literals.PUBLISH_CLAUSE__LAST;
import static org.vcdsl.vcd.VcdPackage.Literals.VIRTUAL_MACHINE_DECLARATION__BOOT;
import static org.vcdsl.vcd.VcdPackage.Literals.VIRTUAL_MACHINE_DECLARATION__MEMORY;
import static org.vcdsl.vcd.VcdPackage.Literals.VIRTUAL_MACHINE_DECLARATION__MIGRATION;
import static org.vcdsl.vcd.VcdPackage.Literals.VIRTUAL_MACHINE_DECLARATION__VCPUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.conversion.Dimension;
import org.vcdsl.conversion.Quantities;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.VirtualMachine.Migration;
import org.vcdsl.vcd.ContainerDeclaration;
import org.vcdsl.vcd.NetworkDeclaration;
import org.vcdsl.vcd.PublishClause;
import org.vcdsl.vcd.VirtualMachineDeclaration;
import org.vcdsl.vcd.VolumeDeclaration;

/** Virtual machines and containers; replicas become workloads of their own. */
final class WorkloadResolver {

	/** More elements than this are refused before anything is allocated for them. */
	static final int MOST_ELEMENTS = 1_000_000;

	private static final int LAST_PORT = 65_535;

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final SystemResolver systems;

	WorkloadResolver(SourceRanges ranges, Remarks remarks, SystemResolver systems) {
		this.ranges = ranges;
		this.remarks = remarks;
		this.systems = systems;
	}

	VirtualMachine virtualMachine(VirtualMachineDeclaration vm) {
		var migration = NodeModelUtils.findNodesForFeature(vm, VIRTUAL_MACHINE_DECLARATION__MIGRATION).isEmpty()
				? Optional.<Migration>empty()
				: Optional.of(switch (vm.getMigration()) {
					case LIVE -> Migration.LIVE;
					case COLD -> Migration.COLD;
				});
		return new VirtualMachine(vm.getName(), vm.getName(), ranges.of(vm), vm.getHost().getName(),
				Optional.ofNullable(vm.getGuest()).map(systems::operatingSystem),
				vm.getEngines().stream().map(systems::engine).toList(),
				remarks.read(vm, VIRTUAL_MACHINE_DECLARATION__VCPUS, text -> Quantities.parseInt(text, 1, 4096))
						.map(OptionalInt::of).orElseGet(OptionalInt::empty),
				remarks.read(vm, VIRTUAL_MACHINE_DECLARATION__MEMORY,
						text -> Quantities.parseDemand(text, Dimension.MEMORY)),
				vm.getVolumes().stream().map(VolumeDeclaration::getName).distinct().toList(),
				remarks.read(vm, VIRTUAL_MACHINE_DECLARATION__BOOT, text -> Quantities.parse(text, Dimension.MEMORY))
						.map(OptionalLong::of).orElseGet(OptionalLong::empty),
				networks(vm.getNics()), migration);
	}

	/** One container, or one for each replica: {@code web[1]}, {@code web[2]}. */
	List<Container> containers(ContainerDeclaration container) {
		var replicas = remarks.read(container, CONTAINER_DECLARATION__REPLICAS,
				text -> Quantities.parseInt(text, 1, MOST_ELEMENTS));
		var count = replicas.orElse(1);
		var source = ranges.of(container);
		var cpu = remarks.read(container, CONTAINER_DECLARATION__CPU,
				text -> Quantities.parseDemand(text, Dimension.CPU));
		var memory = remarks.read(container, CONTAINER_DECLARATION__MEMORY,
				text -> Quantities.parseDemand(text, Dimension.MEMORY));
		var ports = container.getPorts().stream().map(publish -> ports(publish, container, count)).toList();
		var containers = new ArrayList<Container>();
		for (var ordinal = 1; ordinal <= count; ordinal++) {
			var replica = ordinal - 1;
			containers.add(new Container(
					replicas.isPresent() ? "%s[%s]".formatted(container.getName(), ordinal) : container.getName(),
					container.getName(), source, SourceRanges.name(container.getHost()),
					Optional.ofNullable(container.getImage()).map(image -> image.getName()), cpu, memory,
					ports.stream().filter(published -> replica < published.size())
							.map(published -> published.get(replica)).toList(),
					networks(container.getNics())));
		}
		return containers;
	}

	/** One published port for each replica; none, with an error, when their numbers differ. */
	private List<PublishedPort> ports(PublishClause publish, ContainerDeclaration container, int replicas) {
		var first = remarks.read(publish, PUBLISH_CLAUSE__FIRST, text -> Quantities.parseInt(text, 1, LAST_PORT));
		var last = publish.getLast() == null ? first
				: remarks.read(publish, PUBLISH_CLAUSE__LAST, text -> Quantities.parseInt(text, 1, LAST_PORT));
		var inside = remarks.read(publish, PUBLISH_CLAUSE__CONTAINER, text -> Quantities.parseInt(text, 1, LAST_PORT));
		if (first.isEmpty() || last.isEmpty() || inside.isEmpty()) {
			return List.of();
		}
		var count = last.get() - first.get() + 1;
		if (count != replicas) {
			remarks.add("VCD110", Severity.ERROR, ranges.of(publish),
					count < 1 ? "The port range %s..%s is reversed.".formatted(first.get(), last.get())
							: "%s of '%s' publish%s. Give each replica one host port: '%s -> %s'.".formatted(
									counted(replicas, "replica"), container.getName(),
									(replicas == 1 ? "es " : " ") + counted(count, "host port"),
									replicas == 1 ? first.get() : first.get() + ".." + (first.get() + replicas - 1), inside.get()),
					container.getName());
			return List.of();
		}
		var ports = new ArrayList<PublishedPort>();
		for (int port = first.get(); port <= last.get(); port++) {
			ports.add(new PublishedPort(port, inside.get()));
		}
		return ports;
	}

	private static String counted(int number, String noun) {
		return "%s %s%s".formatted(number, noun, number == 1 ? "" : "s");
	}

	private static List<String> networks(List<NetworkDeclaration> nics) {
		return nics.stream().map(NetworkDeclaration::getName).distinct().toList();
	}
}
