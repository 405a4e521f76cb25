package org.vcdsl.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network that workloads attach to.
 *
 * @param cidrs address blocks, as in {@code 10.0.0.0/24}, in the order written
 * @param vlan identifier, 1 to 4094
 */
public record Network(String name, SourceRange source, List<CidrBlock> cidrs, OptionalInt vlan) implements Element {

	public Network {
		cidrs = List.copyOf(cidrs);
	}

	/** Whether addresses of a family are given out on it, as far as stated. */
	public boolean has(IpAddress.Family family) {
		return cidrs.stream().anyMatch(cidr -> cidr.address().family() == family);
	}

	/** The widest of its blocks in which an address lies: it tells who can be reached there without a router. */
	public Optional<CidrBlock> blockAround(IpAddress address) {
		return cidrs.stream().filter(cidr -> cidr.contains(address)).min(Comparator.comparingInt(CidrBlock::prefix));
	}
}
