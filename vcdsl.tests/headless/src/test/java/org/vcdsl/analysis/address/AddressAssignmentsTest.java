package org.vcdsl.analysis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.address.UnusableAddress.NoNic;
import org.vcdsl.analysis.address.UnusableAddress.NoWorkload;
import org.vcdsl.analysis.address.UnusableAddress.OfWorkload;
import org.vcdsl.analysis.address.UnusableAddress.Outside;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;

/** Which addresses that somebody assigned can be used. */
class AddressAssignmentsTest {

	private static final SourceRange SOMEWHERE = new SourceRange("test.json", 0, 1, 1, 1, 1, 2);

	private static final Topology NETWORKS = resolve("""
			site north { host alpha { address 10.0.0.11  hypervisor kvm } }
			network lan { cidr 10.0.0.0/28, fd00:20::/64 }
			network point { cidr 10.0.1.0/31 }
			network other { cidr 10.0.0.0/28 }
			network dark
			vm a on alpha { nic lan, point, dark }
			vm b on alpha { nic lan, point, other }
			vm c on alpha { nic lan }
			""");

	@Test
	void anAddressOfTheNetworkThatIsNobodyElsesCanBeUsed() {
		assertThat(unusable("a lan 10.0.0.1", "a lan fd00:20::1", "b lan 10.0.0.14", "c lan fd00:20::")).isEmpty();
	}

	@Test
	void endsOfABlockAreNobodysUnlessItIsOfTwo() {
		assertThat(unusable("a lan 10.0.0.0", "b lan 10.0.0.15", "a point 10.0.1.0", "b point 10.0.1.1"))
				.containsExactly("a lan 10.0.0.0 MeansNetwork", "b lan 10.0.0.15 MeansEverybody");
	}

	@Test
	void outsideOfTheBlocksThereIsNone() {
		assertThat(unusable("a lan 10.0.0.16", "a dark 10.0.0.2")).containsExactly("a lan 10.0.0.16 Outside", "a dark 10.0.0.2 Outside");
	}

	@Test
	void theHostKeepsItsOwnOnAllNetworks() {
		assertThat(unusable("a lan 10.0.0.11", "b other 10.0.0.11")).containsExactly("a lan 10.0.0.11 OfHost", "b other 10.0.0.11 OfHost");
	}

	@Test
	void theFirstOneHasItAndOnItsNetworkOnly() {
		assertThat(unusable("a lan 10.0.0.2", "b lan 10.0.0.2", "b other 10.0.0.2")).containsExactly("b lan 10.0.0.2 OfWorkload");
		assertThat(AddressAssignments.of(NETWORKS, assigned("a lan 10.0.0.2", "b lan 10.0.0.2")).unusable())
				.extracting(UnusableAddress::reason).containsExactly(new OfWorkload("a"));
	}

	@Test
	void oneOfEachFamilyIsAll() {
		assertThat(unusable("a lan 10.0.0.2", "a lan fd00:20::2", "a lan 10.0.0.3", "a lan fd00:20::2"))
				.containsExactly("a lan 10.0.0.3 SecondOfFamily", "a lan fd00:20::2 SecondOfFamily");
	}

	@Test
	void whoIsNotThereGetsNone() {
		assertThat(unusable("d lan 10.0.0.2", "c point 10.0.1.0", "c nowhere 10.0.1.0"))
				.containsExactly("d lan 10.0.0.2 NoWorkload", "c point 10.0.1.0 NoNic", "c nowhere 10.0.1.0 NoNic");
	}

	/** One network of a few addresses, and more assignments than it can take: usable is what a reader would let pass, one by one. */
	@Test
	void usableIsWhatAListOfFreeAddressesSays() {
		var random = new Random(1918);
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < 500; i++) {
			var free = new LinkedHashSet<>(IntStream.rangeClosed(1, 14).filter(last -> last != 11).mapToObj(last -> "10.0.0." + last).toList());
			var given = new HashMap<String, String>();
			var lines = new ArrayList<String>();
			for (var j = 0; j < 4; j++) {
				var workload = List.of("a", "b", "c", "d").get(random.nextInt(4));
				var address = "10.0.0." + random.nextInt(18);
				lines.add(workload + " lan " + address);
				if (!workload.equals("d") && !given.containsKey(workload) && free.remove(address)) {
					given.put(workload, address);
				}
			}
			var assignments = AddressAssignments.of(NETWORKS, assigned(lines.toArray(String[]::new)));
			var usable = new HashMap<String, String>();
			assignments.usable().forEach((workload, networks) -> usable.put(workload, networks.get("lan").getFirst().toString()));
			assertThat(usable).as(lines.toString()).isEqualTo(given);
			assertThat(assignments.unusable()).hasSize(4 - given.size());
			assignments.unusable().forEach(unusable -> seen.merge(unusable.reason().getClass().getSimpleName(), 1, Integer::sum));
		}
		assertThat(seen.keySet()).isEqualTo(Set.of("NoWorkload", "Outside", "MeansNetwork", "MeansEverybody", "OfHost", "OfWorkload",
				"SecondOfFamily"));
	}

	@Test
	void reasonsSayWhatIsThere() {
		assertThat(AddressAssignments.of(NETWORKS, assigned("d lan 10.0.0.2", "c point 10.0.1.0", "a dark 10.0.0.2", "b point 10.0.0.2")).unusable())
				.extracting(UnusableAddress::reason).containsExactly(new NoWorkload(), new NoNic(), new Outside(List.of()),
						new Outside(List.of(Addresses.parseCidr("10.0.1.0/31"))));
	}

	@Test
	void usableAddressesAreByWorkloadAndNetwork() {
		assertThat(AddressAssignments.of(NETWORKS, assigned("b lan fd00:20::2", "b other 10.0.0.2", "b lan 10.0.0.3")).usable())
				.isEqualTo(Map.of("b", Map.of("lan", List.of(Addresses.parseAddress("fd00:20::2"), Addresses.parseAddress("10.0.0.3")), "other",
						List.of(Addresses.parseAddress("10.0.0.2")))));
	}

	/** What cannot be used, each with the kind of its reason. */
	private static List<String> unusable(String... assigned) {
		return AddressAssignments.of(NETWORKS, assigned(assigned)).unusable().stream()
				.map(unusable -> "%s %s %s %s".formatted(unusable.assigned().workload(), unusable.assigned().network(),
						unusable.assigned().address(), unusable.reason().getClass().getSimpleName())).toList();
	}

	private static List<AssignedAddress> assigned(String... lines) {
		return List.of(lines).stream().map(line -> line.split(" "))
				.map(words -> new AssignedAddress(words[0], words[1], Addresses.parseAddress(words[2]), SOMEWHERE)).toList();
	}
}
