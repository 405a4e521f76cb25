package org.vcdsl.analysis.failure;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Switch;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;

/**
 * What the failure model of a topology leaves out because nobody stated it, each list in the order of the topology.
 *
 * @param hostsWithoutFeed declarations of hosts that count as powered
 * @param switchesWithoutFeed declarations of switches that count as powered
 * @param hostsWithoutUplink declarations of hosts that count as connected
 * @param volumesWithoutHosts declarations of volumes that stand nowhere
 */
public record UnstatedDependencies(List<String> hostsWithoutFeed, List<String> switchesWithoutFeed, List<String> hostsWithoutUplink,
		List<String> volumesWithoutHosts) {

	/** Linear in the size of the topology. */
	public static UnstatedDependencies of(Topology topology) {
		return new UnstatedDependencies(
				distinct(topology.hosts().values().stream().filter(host -> !host.supply().isStated()).map(Host::declaration)),
				distinct(topology.switches().values().stream().filter(one -> !one.supply().isStated()).map(Switch::declaration)),
				distinct(topology.hosts().values().stream().filter(host -> host.uplinks().isEmpty()).map(Host::declaration)),
				distinct(topology.volumes().values().stream().filter(volume -> volume.hosts().isEmpty()).map(Volume::declaration)));
	}

	private static List<String> distinct(Stream<String> declarations) {
		return declarations.distinct().toList();
	}
}
