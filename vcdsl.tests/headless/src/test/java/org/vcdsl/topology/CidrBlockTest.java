package org.vcdsl.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.IpAddress.Family;

class CidrBlockTest {

	@Test
	void aBlockContainsTheAddressesThatBeginLikeIt() {
		var block = block("10.0.0.0", 24);

		assertThat(block.contains(address("10.0.0.0"))).isTrue();
		assertThat(block.contains(address("10.0.0.255"))).isTrue();
		assertThat(block.contains(address("10.0.1.0"))).isFalse();
		assertThat(block.contains(address("9.255.255.255"))).isFalse();
	}

	@Test
	void addressesOfTheOtherFamilyLieInNoBlock() {
		var all = new CidrBlock(new IpAddress(Family.IPV6, BigInteger.ZERO), 0);

		assertThat(all.contains(address("0.0.0.1"))).isFalse();
		assertThat(all.overlaps(block("0.0.0.0", 0))).isFalse();
	}

	@Test
	void blocksOverlapWhenTheyShareAnAddress() {
		var blocks = blocksOfTheFirst16Addresses();
		for (var one : blocks) {
			for (var other : blocks) {
				var ones = addresses(one);
				var others = addresses(other);
				assertThat(one.contains(other)).as("%s contains %s", one, other).isEqualTo(ones.containsAll(others));
				assertThat(one.overlaps(other)).as("%s overlaps %s", one, other).isEqualTo(ones.stream().anyMatch(others::contains));
			}
		}
	}

	@Test
	void theSizeCountsTheAddresses() {
		blocksOfTheFirst16Addresses().forEach(block -> assertThat(block.size()).isEqualTo(addresses(block).size()));
		assertThat(new CidrBlock(new IpAddress(Family.IPV6, BigInteger.ZERO), 0).size()).isEqualTo(BigInteger.TWO.pow(128));
	}

	@Test
	void aBlockBeginsAtItsFirstAddress() {
		assertThatThrownBy(() -> block("10.0.0.1", 24)).hasMessage("Not the first address of a block of prefix 24: 10.0.0.1");
		assertThatThrownBy(() -> block("10.0.0.0", 33)).hasMessage("Not a prefix of IPv4: 33");
		assertThat(CidrBlock.around(address("10.0.0.77"), 26)).hasToString("10.0.0.64/26");
	}

	@Test
	void anAddressOutsideItsFamilyIsRefused() {
		assertThatThrownBy(() -> new IpAddress(Family.IPV4, BigInteger.TWO.pow(32))).hasMessage("Not an address of IPv4: 4294967296");
	}

	private static List<CidrBlock> blocksOfTheFirst16Addresses() {
		var blocks = new ArrayList<CidrBlock>();
		for (var prefix = 28; prefix <= 32; prefix++) {
			for (var start = 0; start < 16; start += 1 << 32 - prefix) {
				blocks.add(new CidrBlock(new IpAddress(Family.IPV4, BigInteger.valueOf(start)), prefix));
			}
		}
		return blocks;
	}

	private static List<Integer> addresses(CidrBlock block) {
		return IntStream.range(0, 16).filter(value -> block.contains(new IpAddress(Family.IPV4, BigInteger.valueOf(value)))).boxed()
				.toList();
	}

	private static CidrBlock block(String start, int prefix) {
		return new CidrBlock(address(start), prefix);
	}

	private static IpAddress address(String dotted) {
		var value = 0L;
		for (var number : dotted.split("\\.")) {
			value = value << 8 | Integer.parseInt(number);
		}
		return new IpAddress(Family.IPV4, BigInteger.valueOf(value));
	}
}
