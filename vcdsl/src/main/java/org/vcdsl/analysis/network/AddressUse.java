package org.vcdsl.analysis.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.IpAddress.Family;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * The addresses of one family that a network has, and who needs one.
 *
 * <p>The ends of a block of IPv4 are nobody's. Of IPv6 all count: what is kept for routers there (RFC 4291, section 2.6.1) never matters. A
 * gateway, a range kept for other things and whatever else nobody stated takes nothing, so that there may be fewer, and never are more.
 *
 * @param blocks those of the family that lie in no other, by address
 * @param attached those with a {@code nic} on the network, in the order of the topology: each needs an address
 */
public record AddressUse(Network network, Family family, List<CidrBlock> blocks, List<Workload> attached) {

	private static final BigInteger NETWORK_AND_BROADCAST = BigInteger.TWO;

	public AddressUse {
		blocks = List.copyOf(blocks);
		attached = List.copyOf(attached);
	}

	/** One for each network and family of its blocks; linear in what is attached, and n log n in the blocks of a network. */
	public static List<AddressUse> of(Topology topology) {
		var attached = new HashMap<String, List<Workload>>();
		topology.workloads().values().forEach(workload -> workload.nics().stream().distinct()
				.forEach(network -> attached.computeIfAbsent(network, name -> new ArrayList<>()).add(workload)));
		return topology.networks().values().stream().flatMap(network -> of(network, attached)).toList();
	}

	private static Stream<AddressUse> of(Network network, Map<String, List<Workload>> attached) {
		return Arrays.stream(Family.values()).filter(network::has).map(family -> new AddressUse(network, family,
				outermost(network.cidrs().stream().filter(cidr -> cidr.address().family() == family).toList()),
				attached.getOrDefault(network.name(), List.of())));
	}

	/** Blocks contain each other or have nothing in common, so those that lie in another lie in the last one before them. */
	private static List<CidrBlock> outermost(List<CidrBlock> cidrs) {
		var outermost = new ArrayList<CidrBlock>();
		cidrs.stream().sorted(Comparator.comparing(CidrBlock::address).thenComparingInt(CidrBlock::prefix)).forEach(cidr -> {
			if (outermost.isEmpty() || !outermost.getLast().contains(cidr)) {
				outermost.add(cidr);
			}
		});
		return outermost;
	}

	/** How many of its addresses can be given to somebody. */
	public BigInteger usable() {
		return blocks.stream().map(AddressUse::usable).reduce(BigInteger.ZERO, BigInteger::add);
	}

	/** Whether there is an address for everybody. */
	public boolean fits() {
		return usable().compareTo(BigInteger.valueOf(attached.size())) >= 0;
	}

	private static BigInteger usable(CidrBlock block) {
		return block.keepsItsEnds() ? block.size().subtract(NETWORK_AND_BROADCAST) : block.size();
	}
}
