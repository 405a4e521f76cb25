package org.vcdsl.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Network;

class SharedVlanTest {

	private static final int DATACENTRES = 300;

	/** Two networks meet when they have one identifier and some switch carries both. */
	@Test
	void networksThatMeetAreThoseThatSomeSwitchCarriesTogether() {
		var random = new Random(8021);
		var sizes = new HashSet<Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var text = new StringBuilder("host a\n");
			var names = IntStream.range(0, 2 + random.nextInt(6)).mapToObj(number -> "n" + number).toList();
			var vlans = new HashMap<String, Integer>();
			names.forEach(name -> {
				var vlan = random.nextInt(4);
				vlans.put(name, vlan);
				text.append("network %s { %s }%n".formatted(name, vlan == 0 ? "" : "vlan " + vlan));
			});
			var carried = IntStream.range(0, random.nextInt(4)).mapToObj(number -> SmallWorlds.half(random, names)).toList();
			IntStream.range(0, carried.size()).forEach(number -> text.append("switch s%s { %s }%n".formatted(number,
					carried.get(number).isEmpty() ? "" : "carries " + String.join(", ", carried.get(number)))));

			var shared = SharedVlan.of(resolve(text.toString()));

			assertThat(shared.stream().map(one -> one.networks().stream().map(Network::name).collect(Collectors.toSet()))
					.collect(Collectors.toSet())).as(text.toString())
					.isEqualTo(SmallWorlds.joined(names, (one, other) -> vlans.get(one) > 0 && vlans.get(one).equals(vlans.get(other))
							&& carried.stream().anyMatch(some -> some.isEmpty() || some.containsAll(Set.of(one, other)))));
			assertThat(shared).allSatisfy(one -> {
				assertThat(one.networks()).isSortedAccordingTo((left, right) -> names.indexOf(left.name()) - names.indexOf(right.name()));
				assertThat(one.networks().stream().filter(network -> one.carrier().carries(network.name())).count()).isGreaterThan(1);
				assertThat(vlans).containsEntry(one.networks().getFirst().name(), one.vlan());
				sizes.add(one.networks().size());
			});
		}
		assertThat(sizes).containsAll(List.of(2, 3));
	}
}
