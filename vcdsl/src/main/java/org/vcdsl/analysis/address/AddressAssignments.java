package org.vcdsl.analysis.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.analysis.address.UnusableAddress.MeansEverybody;
import org.vcdsl.analysis.address.UnusableAddress.MeansNetwork;
import org.vcdsl.analysis.address.UnusableAddress.NoNic;
import org.vcdsl.analysis.address.UnusableAddress.NoWorkload;
import org.vcdsl.analysis.address.UnusableAddress.OfHost;
import org.vcdsl.analysis.address.UnusableAddress.OfWorkload;
import org.vcdsl.analysis.address.UnusableAddress.Outside;
import org.vcdsl.analysis.address.UnusableAddress.Reason;
import org.vcdsl.analysis.address.UnusableAddress.SecondOfFamily;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;

/**
 * Which assigned addresses can be used: those of the network's own blocks that mean one machine and belong to nobody else. Of two that
 * exclude each other the first one can. One address on two networks is two addresses; that of a host is its own everywhere.
 */
public final class AddressAssignments {

	private final Topology topology;
	private final Map<String, String> hosts;
	private final Map<String, Map<IpAddress, String>> owners = new HashMap<>();
	private final Map<String, Map<String, List<IpAddress>>> usable = new LinkedHashMap<>();
	private final List<UnusableAddress> unusable = new ArrayList<>();

	private AddressAssignments(Topology topology) {
		this.topology = topology;
		this.hosts = topology.hosts().values().stream().filter(host -> host.address().isPresent())
				.collect(Collectors.toMap(host -> host.address().orElseThrow(), Host::name, (first, second) -> first));
	}

	/** Looks at each in turn; linear in them and in the hosts. */
	public static AddressAssignments of(Topology topology, List<AssignedAddress> assigned) {
		var assignments = new AddressAssignments(topology);
		assigned.forEach(assignments::add);
		return assignments;
	}

	/** The addresses that can be used, by workload and network, in the order of their assignment. */
	public Map<String, Map<String, List<IpAddress>>> usable() {
		return usable;
	}

	/** The others, in the order of their assignment. */
	public List<UnusableAddress> unusable() {
		return unusable;
	}

	private void add(AssignedAddress assigned) {
		var reason = reasonAgainst(assigned);
		if (reason.isPresent()) {
			unusable.add(new UnusableAddress(assigned, reason.get()));
			return;
		}
		owners.computeIfAbsent(assigned.network(), network -> new HashMap<>()).put(assigned.address(), assigned.workload());
		usable.computeIfAbsent(assigned.workload(), workload -> new LinkedHashMap<>())
				.computeIfAbsent(assigned.network(), network -> new ArrayList<>()).add(assigned.address());
	}

	private Optional<Reason> reasonAgainst(AssignedAddress assigned) {
		var workload = topology.workloads().get(assigned.workload());
		if (workload == null) {
			return Optional.of(new NoWorkload());
		}
		if (!workload.nics().contains(assigned.network())) {
			return Optional.of(new NoNic());
		}
		return reasonAgainst(assigned.address(), topology.networks().get(assigned.network())).or(() -> taken(assigned));
	}

	private static Optional<Reason> reasonAgainst(IpAddress address, Network network) {
		var around = network.blockAround(address);
		if (around.isEmpty()) {
			return Optional.of(new Outside(network.cidrs()));
		}
		var block = around.get();
		if (block.keepsItsEnds() && address.equals(block.address())) {
			return Optional.of(new MeansNetwork(block));
		}
		return block.keepsItsEnds() && address.equals(block.last()) ? Optional.of(new MeansEverybody(block)) : Optional.empty();
	}

	private Optional<Reason> taken(AssignedAddress assigned) {
		var host = hosts.get(assigned.address().toString());
		if (host != null) {
			return Optional.of(new OfHost(host));
		}
		var owner = owners.getOrDefault(assigned.network(), Map.of()).get(assigned.address());
		if (owner != null && !owner.equals(assigned.workload())) {
			return Optional.of(new OfWorkload(owner));
		}
		return usable.getOrDefault(assigned.workload(), Map.of()).getOrDefault(assigned.network(), List.of()).stream()
				.filter(first -> first.family() == assigned.address().family()).findFirst().map(SecondOfFamily::new);
	}
}
