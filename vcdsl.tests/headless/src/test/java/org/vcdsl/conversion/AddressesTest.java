package org.vcdsl.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.topology.CidrBlock;
import org.vcdsl.topology.IpAddress;
import org.vcdsl.topology.IpAddress.Family;

import com.google.common.net.InetAddresses;

class AddressesTest {

	/** With the examples of RFC 4291, section 2.2, and RFC 5952, sections 1 to 5. */
	@ParameterizedTest
	@CsvSource({
			"10.0.0.11,                               10.0.0.11",
			"255.255.255.255,                         255.255.255.255",
			"2001:DB8:0:0:8:800:200C:417A,            2001:db8::8:800:200c:417a",
			"FF01:0:0:0:0:0:0:101,                    ff01::101",
			"0:0:0:0:0:0:0:1,                         ::1",
			"0:0:0:0:0:0:0:0,                         ::",
			"2001:0db8::0001,                         2001:db8::1",
			"2001:db8:0:0:0:0:2:1,                    2001:db8::2:1",
			"2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1",
			"2001:0:0:1:0:0:0:1,                      2001:0:0:1::1",
			"2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1",
			"2001:db8::0:1:0:0:1,                     2001:db8::1:0:0:1",
			"1:2:3:4:5:6:7::,                         1:2:3:4:5:6:7:0",
			"::FFFF:129.144.52.38,                    ::ffff:129.144.52.38",
			"::ffff:8190:3426,                        ::ffff:129.144.52.38",
			"64:ff9b::192.0.2.33,                     64:ff9b::c000:221" })
	void anAddressHasOneText(String written, String printed) {
		assertThat(Addresses.parseAddress(written)).hasToString(printed);
		assertThat(Addresses.parseHost(written)).isEqualTo(printed);
		assertThat(Addresses.parseAddress(printed)).isEqualTo(Addresses.parseAddress(written));
	}

	@Test
	void printedAddressesAreReadAgainAndLookAsGuavaPrintsThem() throws UnknownHostException {
		var random = new Random(20270630);
		for (var i = 0; i < 5000; i++) {
			var address = new IpAddress(Family.IPV6, sparse(random));
			var bytes = address.value().add(BigInteger.ONE.shiftLeft(128)).toByteArray();
			var platforms = InetAddress.getByAddress(Arrays.copyOfRange(bytes, 1, 17));

			assertThat(Addresses.parseAddress(address.toString())).isEqualTo(address);
			assertThat(address).hasToString(InetAddresses.toAddrString(platforms));
		}
		for (var i = 0; i < 1000; i++) {
			var address = new IpAddress(Family.IPV4, new BigInteger(32, random));
			assertThat(Addresses.parseAddress(address.toString())).isEqualTo(address);
		}
	}

	/** Groups of which many are zero; the first is not, which leaves out addresses that the platform takes for IPv4. */
	private static BigInteger sparse(Random random) {
		var value = BigInteger.valueOf(0x2001);
		for (var group = 1; group < 8; group++) {
			value = value.shiftLeft(16).or(BigInteger.valueOf(random.nextBoolean() ? 0 : random.nextInt(0x10000)));
		}
		return value;
	}

	@Test
	void addressesAreOrderedByFamilyAndNumber() {
		assertThat(Stream.of("::1", "10.0.0.9", "fd00::", "9.0.0.0", "10.0.0.10").map(Addresses::parseAddress).sorted())
				.extracting(IpAddress::toString).containsExactly("9.0.0.0", "10.0.0.9", "10.0.0.10", "::1", "fd00::");
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/24, 10.0.0.0/24", "0.0.0.0/0, 0.0.0.0/0", "10.0.0.11/32, 10.0.0.11/32", "10.0.0.0/08, 10.0.0.0/8",
			"2001:DB8:0::/64, 2001:db8::/64", "::/0, ::/0", "::1/128, ::1/128" })
	void aBlockIsReadInBothFamilies(String written, String printed) {
		assertThat(Addresses.parseBlock(written)).isEqualTo(printed);
		assertThat(Addresses.parseCidr(written)).isEqualTo(Addresses.parseCidr(printed));
	}

	@Test
	void ofEveryAddressTheBlocksAroundItAreReadAgain() {
		var address = Addresses.parseAddress("2001:db8:a5a5:5a5a:ffff:1:8000:1");
		for (var prefix = 0; prefix <= 128; prefix++) {
			var block = CidrBlock.around(address, prefix);
			assertThat(Addresses.parseCidr(block.toString())).isEqualTo(block);
			assertThat(block.contains(address)).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"10.0.0.0        | '10.0.0.0' is not a block of addresses. Write for instance 10.0.0.0/24 or fd00:20::/64.",
			"10.0.0/24       | '10.0.0/24' is not a block of addresses. Write for instance 10.0.0.0/24 or fd00:20::/64.",
			"fd00:20:/64     | 'fd00:20:/64' is not a block of addresses. Write for instance 10.0.0.0/24 or fd00:20::/64.",
			"fe80::%eth0/64  | 'fe80::%eth0/64' is not a block of addresses. Write for instance 10.0.0.0/24 or fd00:20::/64.",
			"10.0.0.256/24   | '10.0.0.256/24' has a part above 255.",
			"10.0.010.0/24   | '10.0.010.0/24' has a part with a leading zero. Leave the zero away.",
			"10.0.0.0/33     | '10.0.0.0/33' has a prefix above 32, the length of an IPv4 address.",
			"fd00::/129      | 'fd00::/129' has a prefix above 128, the length of an IPv6 address.",
			"10.0.0.77/26    | '10.0.0.77/26' names an address inside a block. The block is 10.0.0.64/26.",
			"fd00:20::1/64   | 'fd00:20::1/64' names an address inside a block. The block is fd00:20::/64." })
	void saysWhatIsWrongWithABlock(String text, String message) {
		assertThat(Refusal.of(() -> Addresses.parseBlock(text))).isEqualTo(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.256", "10.0.0", "10.0.0.01", "1:2:3", "1::2::3", "fe80::1%eth0", "1:2:3:4:5:6:7:8:9", "12345::", "::g",
			":::", "::1.2.3", "localhost", "\u0661::" })
	void otherTextIsNoAddress(String text) {
		assertThat(Refusal.of(() -> Addresses.parseAddress(text)))
				.isEqualTo("'%s' is not an address. Write for instance 10.0.0.11 or fd00:20::11.".formatted(text));
	}

	@Test
	void aHostHasNoPrefix() {
		assertThat(Refusal.of(() -> Addresses.parseHost("fd00:20::11/64"))).isEqualTo("'fd00:20::11/64' is not an address. "
				+ "Write for instance 10.0.0.11 or fd00:20::11, or a name as \"alpha.example.org\". Leave '/64' away.");
	}

	@Test
	void aHostMayHaveAName() {
		assertThat(Addresses.parseHost("alpha.example.org")).isEqualTo("alpha.example.org");
		assertThat(Addresses.parseHost("cafe")).isEqualTo("cafe");
	}
}
