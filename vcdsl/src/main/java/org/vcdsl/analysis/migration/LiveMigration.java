package org.vcdsl.analysis.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.topology.Disk;
import org.vcdsl.topology.Hypervisor;
import org.vcdsl.topology.Migration;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Volume;

/**
 * Virtual machines of one declaration that are meant to move while they run, and what is in the way: there is no other host with their kind
 * of hypervisor and CPU that is large enough and has their networks, or a disk of theirs belongs to the host they stand on.
 *
 * @param machines all of one declaration, at least one
 * @param obstacles as clauses; none when they can move as far as stated
 */
public record LiveMigration(List<VirtualMachine> machines, List<String> obstacles) {

	public LiveMigration {
		machines = List.copyOf(machines);
		obstacles = List.copyOf(obstacles);
	}

	/** Of all virtual machines that say {@code migrate live}, in the order of the topology. */
	public static List<LiveMigration> of(Topology topology, Alternatives alternatives) {
		return topology.declarations().values().stream()
				.map(members -> members.stream().flatMap(member -> member instanceof VirtualMachine vm ? Stream.of(vm) : Stream.empty()).toList())
				.filter(machines -> !machines.isEmpty() && machines.getFirst().migration().equals(Optional.of(Migration.LIVE)))
				.map(machines -> new LiveMigration(machines, obstacles(machines.getFirst(), topology, alternatives))).toList();
	}

	private static List<String> obstacles(VirtualMachine machine, Topology topology, Alternatives alternatives) {
		var obstacles = new ArrayList<String>();
		if (!alternatives.hasAnotherHost(machine)) {
			obstacles.add("no other host could take it%s".formatted(topology.platformOf(machine).hypervisor().map(Hypervisor::name)
					.map(" over (hypervisor %s, CPU, memory, networks)"::formatted).orElse(" over")));
		}
		if (machine.attachments().boot().filter(LiveMigration::isTheHosts).isPresent()) {
			obstacles.add("its boot disk is on the host's own storage");
		}
		if (machine.attachments().disks().stream().anyMatch(LiveMigration::isTheHosts)) {
			obstacles.add("it has a disk on the host's own storage");
		}
		machine.volumes().stream().map(topology.volumes()::get).filter(volume -> volume.host().isPresent()).map(Volume::name)
				.forEach(volume -> obstacles.add("volume '%s' is reached from '%s' only".formatted(volume,
						topology.volumes().get(volume).host().get())));
		return obstacles;
	}

	private static boolean isTheHosts(Disk disk) {
		return disk.volume().isEmpty();
	}
}
