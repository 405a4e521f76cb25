package org.vcdsl.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.IpAddress.Family;

/** Addresses of hosts and blocks of networks. */
class NetworkAddressesTest {

	private static final int DATACENTRES = 200;

	/** Blocks of at most 64 addresses, as the sets of addresses they are. */
	@Test
	void overlapsAndUsableAddressesAreThoseOfTheSetsOfAddresses() {
		var random = new Random(4632);
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var blocks = new HashMap<String, List<Set<Integer>>>();
			var text = new StringBuilder("host a { hypervisor kvm }\n");
			IntStream.range(0, 1 + random.nextInt(6)).forEach(network -> {
				var own = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(any -> block(random)).toList();
				blocks.put("n" + network, own);
				text.append("network n%s { cidr %s }%n".formatted(network,
						own.stream().map(NetworkAddressesTest::text).collect(Collectors.joining(", "))));
			});
			var topology = resolve(text.toString());
			var networks = List.copyOf(topology.networks().keySet());

			var overlaps = OverlappingNetworks.of(topology);
			assertThat(overlaps).allSatisfy(pair -> {
				assertThat(networks.indexOf(pair.network().name())).isGreaterThan(networks.indexOf(pair.other().name()));
				assertThat(meet(blocks.get(pair.network().name()), blocks.get(pair.other().name()))).isTrue();
				assertThat(pair.outer().contains(pair.inner())).isTrue();
			});
			assertThat(SmallWorlds.joined(networks, (one, other) -> overlaps.stream()
					.anyMatch(pair -> pair.network().name().equals(one) && pair.other().name().equals(other))))
					.isEqualTo(SmallWorlds.joined(networks, (one, other) -> meet(blocks.get(one), blocks.get(other))));

			AddressUse.of(topology).forEach(use -> assertThat(use.usable())
					.isEqualTo(BigInteger.valueOf(usable(blocks.get(use.network().name())))));
			seen.merge(overlaps.isEmpty() ? "apart" : "overlapping", 1, Integer::sum);
		}
		assertThat(seen.keySet()).containsExactlyInAnyOrder("apart", "overlapping");
	}

	private static Set<Integer> block(Random random) {
		var size = 1 << random.nextInt(6);
		var first = random.nextInt(256 / size) * size;
		return IntStream.range(first, first + size).boxed().collect(Collectors.toSet());
	}

	private static String text(Set<Integer> block) {
		return "10.0.0.%s/%s".formatted(block.stream().min(Integer::compare).orElseThrow(),
				32 - Integer.numberOfTrailingZeros(block.size()));
	}

	private static boolean meet(List<Set<Integer>> blocks, List<Set<Integer>> others) {
		return blocks.stream().anyMatch(block -> others.stream().anyMatch(other -> block.stream().anyMatch(other::contains)));
	}

	/** All addresses but the first and the last of each block of more than two that lies in no larger one. */
	private static int usable(List<Set<Integer>> blocks) {
		var usable = new HashSet<Integer>();
		blocks.forEach(usable::addAll);
		blocks.stream().filter(block -> block.size() > 2)
				.filter(block -> blocks.stream().noneMatch(other -> other.size() > block.size() && other.containsAll(block)))
				.forEach(block -> {
					usable.remove(block.stream().min(Integer::compare).orElseThrow());
					usable.remove(block.stream().max(Integer::compare).orElseThrow());
				});
		return usable.size();
	}

	/** Numbers by hand: 256 - 2 + 2 + 1, and 2^64. */
	@Test
	void eachFamilyHasTheSumOfItsBlocks() {
		var uses = AddressUse.of(resolve("""
				host a { hypervisor kvm }
				network lan { cidr 10.0.0.0/24, fd00::/64, 10.0.1.0/31, 10.0.1.2/32 }
				network bare
				vm db[1..3] on a { nic lan, bare }
				"""));

		assertThat(uses).extracting(AddressUse::family).containsExactly(Family.IPV4, Family.IPV6);
		assertThat(uses).extracting(use -> use.usable().toString()).containsExactly("257", "18446744073709551616");
		assertThat(uses).allSatisfy(use -> assertThat(use.attached()).hasSize(3));
	}

	@Test
	void anAddressIsWhatItMeans() {
		var topology = resolve("""
				host a { address fd00:0:0::11 }
				host b { address "alpha.example.org" }
				host c { address "FD00::0011" }
				host d { address "ALPHA.example.org" }
				host e { address "::ffff:10.0.0.1" }
				host f { address 10.0.0.1 }
				host g
				host h
				""");

		assertThat(SharedAddress.of(topology)).extracting(SharedAddress::address).containsExactly("fd00::11", "alpha.example.org");
		assertThat(SharedAddress.of(topology)).extracting(shared -> shared.hosts().stream().map(Host::name).toList())
				.containsExactly(List.of("a", "c"), List.of("b", "d"));
	}

	/** Twenty thousand networks in 24 blocks, each of which lies in the one before. */
	@Test
	void manyBlocksTakeNoTime() {
		var text = new StringBuilder("host a\n");
		IntStream.range(0, 20_000).forEach(network -> text
				.append("network n%s { cidr 10.0.0.0/%s }%n".formatted(network, 8 + network % 24)));

		assertThat(OverlappingNetworks.of(resolve(text.toString()))).hasSize(19_999);
	}
}
