package org.vcdsl.conversion;

import java.util.regex.Pattern;

/** Reads addresses of the Internet Protocol, version 4. */
public final class Addresses {

	private static final Pattern BLOCK = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
	private static final int BITS = 32;

	private Addresses() {
	}

	/** A block in CIDR notation (RFC 4632), all host bits zero; throws {@link ValueException} for any other text. */
	public static String parseBlock(String text) {
		var block = BLOCK.matcher(text);
		if (!block.matches() || Integer.parseInt(block.group(5)) > BITS) {
			throw new ValueException("'%s' is not a block of IPv4 addresses. Write for instance 10.0.0.0/24.".formatted(text));
		}
		var address = 0L;
		for (var octet = 1; octet <= 4; octet++) {
			var value = Integer.parseInt(block.group(octet));
			if (value > 255) {
				throw new ValueException("'%s' has a part above 255.".formatted(text));
			}
			address = address << 8 | value;
		}
		var prefix = Integer.parseInt(block.group(5));
		var mask = prefix == 0 ? 0L : -1L << BITS - prefix & 0xFFFFFFFFL;
		if ((address & ~mask) != 0) {
			throw new ValueException("'%s' names an address inside a block. The block is %s/%d.".formatted(text,
					dotted(address & mask), prefix));
		}
		return text;
	}

	private static String dotted(long address) {
		return "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
	}
}
