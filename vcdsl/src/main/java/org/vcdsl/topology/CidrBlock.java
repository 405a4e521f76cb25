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

	/** The last address of the block. */
	public IpAddress last() {
		return new IpAddress(address.family(), address.value().add(size()).subtract(BigInteger.ONE));
	}

	/**
	 * Whether its ends are nobody's: of a block of IPv4, the first address means the network and the last one everybody in it (RFC 1122,
	 * section 3.2.1.3); a block of two has neither (RFC 3021), nor has one of one, nor one of IPv6.
	 */
	public boolean keepsItsEnds() {
		return address.family() == IpAddress.Family.IPV4 && size().compareTo(BigInteger.TWO) > 0;
	}

	@Override
	public String toString() {
		return address + "/" + prefix;
	}
}
