package org.vcdsl.conversion;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads addresses of the Internet Protocol, version 4, and names that stand for them. */
public final class Addresses {

	private static final Pattern BLOCK = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
	private static final Pattern HOST = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
	private static final Pattern ALL_DIGITS = Pattern.compile("[\\d.]+");
	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
	private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*");
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
			throw new ValueException("'%s' names an address inside a block. The block is %s/%s.".formatted(text,
					dotted(address & mask), prefix));
		}
		return text;
	}

	/**
	 * The address of one host: four numbers of at most 255, or a name of labels of letters, digits and hyphens (RFC 1123, section
	 * 2.1), which is written as a string; throws {@link ValueException} for any other text.
	 */
	public static String parseHost(String text) {
		var dotted = HOST.matcher(text);
		var isAddress = dotted.matches() && IntStream.rangeClosed(1, 4).allMatch(octet -> Integer.parseInt(dotted.group(octet)) <= 255);
		if (!isAddress && (ALL_DIGITS.matcher(text).matches() || !NAME.matcher(text).matches())) {
			throw new ValueException(
					"'%s' is not an address. Write for instance 10.0.0.11, or a name as \"alpha.example.org\".".formatted(text));
		}
		return text;
	}

	private static String dotted(long address) {
		return "%s.%s.%s.%s".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
	}
}
