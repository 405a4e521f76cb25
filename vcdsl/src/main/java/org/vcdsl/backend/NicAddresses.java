package org.vcdsl.backend;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * How a network card of a workload comes to its addresses.
 *
 * @param stated with the length of their prefix, as in {@code 10.0.0.12/24}
 * @param byDhcp families of which it asks a DHCP server for an address: those of the network that none is stated of, and IPv4 where
 *        nobody stated anything
 */
public record NicAddresses(List<String> stated, List<IpAddress.Family> byDhcp) {

	public NicAddresses {
		stated = List.copyOf(stated);
		byDhcp = List.copyOf(byDhcp);
	}

	/** Those of a workload's card on a network. */
	public static NicAddresses of(Topology topology, Workload workload, String network) {
		var addresses = topology.addressesOf(workload, network);
		var there = topology.networks().get(network);
		return new NicAddresses(
				addresses.stream().map(address -> address + "/" + there.blockAround(address).orElseThrow().prefix()).toList(),
				Stream.of(IpAddress.Family.values())
						.filter(family -> there.has(family) || family == IpAddress.Family.IPV4 && there.cidrs().isEmpty())
						.filter(family -> addresses.stream().noneMatch(address -> address.family() == family)).toList());
	}

	/** Whether a workload asks a DHCP server on any of its networks. */
	public static boolean hasSomeByDhcp(Topology topology, Workload workload) {
		return workload.nics().stream().anyMatch(network -> !of(topology, workload, network).byDhcp().isEmpty());
	}

	/** Whether a workload has addresses, and none by DHCP. */
	public static boolean hasStatedOnly(Topology topology, Workload workload) {
		return !workload.nics().isEmpty() && !hasSomeByDhcp(topology, workload);
	}
}
