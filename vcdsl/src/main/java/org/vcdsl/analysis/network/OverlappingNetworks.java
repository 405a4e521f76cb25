package org.vcdsl.analysis.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;

/**
 * Two networks with an address in common.
 *
 * @param network the one that is declared later
 * @param other the one that is declared earlier
 * @param inner a block of one of them
 * @param outer a block of the other, in which all of the inner lies; perhaps the same
 */
public record OverlappingNetworks(Network network, Network other, CidrBlock inner, CidrBlock outer) {

	/** A block, and the position of its network in the topology. */
	private record Block(CidrBlock cidr, Network network, int position) {

		/** What lies around something comes before it. */
		private static final Comparator<Block> FROM_THE_OUTSIDE = Comparator.comparing((Block block) -> block.cidr().address())
				.thenComparingInt(block -> block.cidr().prefix()).thenComparingInt(Block::position);

		OverlappingNetworks overlapping(Block around) {
			return position > around.position ? new OverlappingNetworks(network, around.network, cidr, around.cidr)
					: new OverlappingNetworks(around.network, network, cidr, around.cidr);
		}
	}

	/**
	 * Every network that overlaps with another, each with one in the nearest block around one of its own: not all pairs, since of a hundred
	 * in one block there are five thousand. Two networks make one pair, whatever they share.
	 *
	 * <p>Blocks contain each other or have nothing in common, so sorted by their first address, those around a block are the ones that are
	 * still open when it comes. Takes time in n log n for n blocks.
	 */
	public static List<OverlappingNetworks> of(Topology topology) {
		var overlaps = new LinkedHashMap<List<String>, OverlappingNetworks>();
		var open = new ArrayDeque<Block>();
		for (var block : sorted(topology)) {
			while (!open.isEmpty() && !open.peek().cidr().contains(block.cidr())) {
				open.pop();
			}
			ofAnother(block, open).map(block::overlapping)
					.ifPresent(pair -> overlaps.putIfAbsent(List.of(pair.network.name(), pair.other.name()), pair));
			open.push(block);
		}
		return List.copyOf(overlaps.values());
	}

	/** At most as many of its own lie between as prefixes differ. */
	private static Optional<Block> ofAnother(Block block, ArrayDeque<Block> open) {
		return open.stream().filter(around -> around.position() != block.position()).findFirst();
	}

	private static List<Block> sorted(Topology topology) {
		var blocks = new ArrayList<Block>();
		var networks = List.copyOf(topology.networks().values());
		for (var i = 0; i < networks.size(); i++) {
			for (var cidr : networks.get(i).cidrs().stream().distinct().toList()) {
				blocks.add(new Block(cidr, networks.get(i), i));
			}
		}
		blocks.sort(Block.FROM_THE_OUTSIDE);
		return blocks;
	}
}
