package org.vcdsl.topology;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An address of the Internet Protocol.
 *
 * @param value the address as a number, 0 to 2^32 - 1 or 2^128 - 1
 */
public record IpAddress(Family family, BigInteger value) implements Comparable<IpAddress> {

	/** The versions of the protocol. */
	public enum Family {
		IPV4("IPv4", 32), IPV6("IPv6", 128);

		private final String label;
		private final int bits;

		Family(String label, int bits) {
			this.label = label;
			this.bits = bits;
		}

		/** As a reader calls it. */
		public String label() {
			return label;
		}

		/** The length of an address. */
		public int bits() {
			return bits;
		}
	}

	private static final Comparator<IpAddress> BY_FAMILY_AND_VALUE = Comparator.comparing(IpAddress::family)
			.thenComparing(IpAddress::value);
	private static final int GROUPS = 8;
	private static final int GROUP_BITS = 16;
	private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF);

	public IpAddress {
		if (value.signum() < 0 || value.bitLength() > family.bits()) {
			throw new IllegalArgumentException("Not an address of %s: %s".formatted(family.label(), value));
		}
	}

	/** IPv4 before IPv6, each by number. */
	@Override
	public int compareTo(IpAddress other) {
		return BY_FAMILY_AND_VALUE.compare(this, other);
	}

	/** The one form that RFC 5952 recommends for IPv6, four numbers for IPv4. */
	@Override
	public String toString() {
		if (family == Family.IPV4) {
			return dotted();
		}
		return value.shiftRight(Family.IPV4.bits()).equals(MAPPED) ? "::ffff:" + dotted() : groups();
	}

	/** The last 32 bits as four numbers. */
	private String dotted() {
		return IntStream.of(24, 16, 8, 0).mapToObj(shift -> Integer.toString(value.shiftRight(shift).intValue() & 0xFF))
				.collect(Collectors.joining("."));
	}

	/** The groups in hexadecimal; the first longest run of zeros, if of more than one, shrinks to {@code ::}. */
	private String groups() {
		var start = 0;
		var length = 1;
		for (var i = 0; i < GROUPS; i++) {
			var run = zerosFrom(i);
			if (run > length) {
				start = i;
				length = run;
			}
		}
		return length == 1 ? groups(0, GROUPS) : groups(0, start) + "::" + groups(start + length, GROUPS);
	}

	private int zerosFrom(int first) {
		var end = first;
		while (end < GROUPS && group(end) == 0) {
			end++;
		}
		return end - first;
	}

	private String groups(int first, int end) {
		return IntStream.range(first, end).mapToObj(index -> Integer.toHexString(group(index))).collect(Collectors.joining(":"));
	}

	private int group(int index) {
		return value.shiftRight((GROUPS - 1 - index) * GROUP_BITS).intValue() & 0xFFFF;
	}
}
