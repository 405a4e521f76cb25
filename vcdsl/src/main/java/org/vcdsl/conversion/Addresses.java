package org.vcdsl.conversion;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.util.Optional;
import java.util.regex.Pattern;

import org.vcdsl.conversion.ValueException.Meant;
import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.IpAddress.Family;

import com.google.common.net.InetAddresses;

/**
 * Reads addresses of the Internet Protocol, version 4 (four decimal numbers) and 6 (RFC 4291, section 2.2, without a zone), and names
 * that stand for them. Never asks a name server.
 *
 * <p>All methods throw {@link ValueException} with a message for the architect when the text is not such an address.
 */
public final class Addresses {

	private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
	private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
	private static final Pattern BLOCK = Pattern.compile("([^/]*)/(\\d{1,3})");
	private static final Pattern ALL_DIGITS = Pattern.compile("[\\d.]+");
	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
	private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*");
	private static final BigInteger MAPPED_IPV4 = BigInteger.valueOf(0xFFFF).shiftLeft(Family.IPV4.bits());

	private Addresses() {
	}

	/** A block in CIDR notation (RFC 4632; RFC 4291, section 2.3), all host bits zero, as {@link CidrBlock} prints it. */
	public static String parseBlock(String text) {
		return parseCidr(text).toString();
	}

	/** A block in CIDR notation (RFC 4632; RFC 4291, section 2.3), all host bits zero. */
	public static CidrBlock parseCidr(String text) {
		var parts = BLOCK.matcher(text);
		var address = parts.matches() ? address(parts.group(1)) : Optional.<IpAddress>empty();
		if (address.isEmpty()) {
			throw new ValueException(parts.matches() && FOUR_NUMBERS.matcher(parts.group(1)).matches() ? wrongNumber(text)
					: "'%s' is not a block of addresses. Write for instance 10.0.0.0/24 or fd00:20::/64.".formatted(text));
		}
		return block(text, address.get(), Integer.parseInt(parts.group(2)));
	}

	private static CidrBlock block(String text, IpAddress address, int prefix) {
		var family = address.family();
		if (prefix > family.bits()) {
			throw new ValueException("'%s' has a prefix above %s, the length of an %s address."
					.formatted(text, family.bits(), family.label()));
		}
		var block = CidrBlock.around(address, prefix);
		if (!block.address().equals(address)) {
			throw new ValueException("'%s' names an address inside a block. The block is %s.".formatted(text, block),
					Optional.of(new Meant(text, block.toString())));
		}
		return block;
	}

	/** Four numbers that make no address are too large, or ambiguous: some programs take a leading zero for octal. */
	private static String wrongNumber(String text) {
		return Pattern.compile("\\.").splitAsStream(text.substring(0, text.indexOf('/'))).anyMatch(part -> Integer.parseInt(part) > 255)
				? "'%s' has a part above 255.".formatted(text)
				: "'%s' has a part with a leading zero. Leave the zero away.".formatted(text);
	}

	/** One address. */
	public static IpAddress parseAddress(String text) {
		return address(text).orElseThrow(() -> new ValueException(
				"'%s' is not an address. Write for instance 10.0.0.11 or fd00:20::11.".formatted(text) + withoutPrefix(text)));
	}

	/**
	 * The address of one host: an address as {@link IpAddress} prints it, or a name of labels of letters, digits and hyphens (RFC 1123,
	 * section 2.1), which is written as a string.
	 */
	public static String parseHost(String text) {
		var address = address(text);
		if (address.isPresent()) {
			return address.get().toString();
		}
		if (ALL_DIGITS.matcher(text).matches() || !NAME.matcher(text).matches()) {
			throw new ValueException("'%s' is not an address. Write for instance 10.0.0.11 or fd00:20::11, or a name as \"alpha.example.org\"."
					.formatted(text) + withoutPrefix(text), prefix(text).map(prefix -> new Meant("/" + prefix, "")));
		}
		return text;
	}

	private static String withoutPrefix(String text) {
		return prefix(text).map(" Leave '/%s' away."::formatted).orElse("");
	}

	/** What stands behind the stroke of a block of addresses. */
	private static Optional<String> prefix(String text) {
		var parts = BLOCK.matcher(text);
		return parts.matches() && address(parts.group(1)).isPresent() ? Optional.of(parts.group(2)) : Optional.empty();
	}

	/** The platform's own class takes {@code ::ffff:10.0.0.1} for an address of IPv4, which as text it is not. */
	private static Optional<IpAddress> address(String text) {
		if (!ADDRESS.matcher(text).matches() || !InetAddresses.isInetAddress(text)) {
			return Optional.empty();
		}
		var address = InetAddresses.forString(text);
		var value = new BigInteger(1, address.getAddress());
		if (text.indexOf(':') < 0) {
			return Optional.of(new IpAddress(Family.IPV4, value));
		}
		return Optional.of(new IpAddress(Family.IPV6, address instanceof Inet4Address ? value.or(MAPPED_IPV4) : value));
	}
}
