package org.vcdsl.topology;

import java.math.BigInteger;

/**
 * A block of addresses that begin alike, as classless routing (RFC 4632; RFC 4291, section 2.3) writes them: {@code 10.0.0.0/24}.
 *
 * @param address the first of the block: all bits behind the prefix are zero
 * @param prefix how many bits all addresses of the block begin with
 */
public record CidrBlock(IpAddress address, int prefix) {

	public CidrBlock {
		if (prefix < 0 || prefix > address.family().bits()) {
			throw new IllegalArgumentException("Not a prefix of %s: %s".formatted(address.family().label(), prefix));
		}
		if (!start(address, prefix).equals(address.value())) {
			throw new IllegalArgumentException("Not the first address of a block of prefix %s: %s".formatted(prefix, address));
		}
	}

	/** The block with such a prefix in which an address lies. */
	public static CidrBlock around(IpAddress address, int prefix) {
		return new CidrBlock(new IpAddress(address.family(), start(address, prefix)), prefix);
	}

	private static BigInteger start(IpAddress address, int prefix) {
		var behind = address.family().bits() - prefix;
		return address.value().shiftRight(behind).shiftLeft(behind);
	}

	/** Whether the address lies in this block; one of the other family does not. */
	public boolean contains(IpAddress other) {
		return address.family() == other.family() && start(other, prefix).equals(address.value());
	}

	/** Whether all of the other block lies in this one. */
	public boolean contains(CidrBlock other) {
		return prefix <= other.prefix && contains(other.address);
	}

	/** Whether an address lies in both: then one of them contains the other. */
	public boolean overlaps(CidrBlock other) {
		return contains(other) || other.contains(this);
	}

	/** How many addresses there are in the block. */
	public BigInteger size() {
		return BigInteger.ONE.shiftLeft(address.family().bits() - prefix);
	}

	@Override
	public String toString() {
		return address + "/" + prefix;
	}
}
