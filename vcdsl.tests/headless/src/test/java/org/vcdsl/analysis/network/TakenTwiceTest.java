package org.vcdsl.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Workload;

/** Ports and volumes that two workloads want. */
class TakenTwiceTest {

	private static final int DATACENTRES = 300;

	private record Meeting(String declaration, String other, String platform, int port) {
	}

	/** Every two workloads compared: the later one meets the first that has the port. */
	@Test
	void takenPortsAreThoseOfEveryTwoWorkloads() {
		var random = new Random(443);
		var count = 0;
		for (var i = 0; i < DATACENTRES; i++) {
			var text = new StringBuilder("host a { engine docker }  host b { engine docker }  host c { engine docker }\n");
			var ports = IntStream.range(0, 6).mapToObj(number -> SmallWorlds.half(random, List.of(80, 81, 82))).toList();
			var places = IntStream.range(0, 6).mapToObj(number -> List.of("a", "b", "c").get(random.nextInt(3))).toList();
			IntStream.range(0, 6).forEach(number -> text.append("container w%s on %s { %s }%n".formatted(number, places.get(number),
					ports.get(number).stream().map("publish %s -> 80 "::formatted).collect(Collectors.joining()))));

			var expected = new HashSet<Meeting>();
			for (var later = 0; later < 6; later++) {
				for (int port : ports.get(later)) {
					for (var earlier = 0; earlier < later; earlier++) {
						if (places.get(earlier).equals(places.get(later)) && ports.get(earlier).contains(port)) {
							expected.add(new Meeting("w" + later, "w" + earlier, places.get(later), port));
							break;
						}
					}
				}
			}
			var found = TakenPort.of(resolve(text.toString())).stream().flatMap(taken -> taken.ports().stream().map(port -> new Meeting(
					taken.workload().name(), taken.holder().name(), taken.platforms().getFirst(), port))).toList();
			assertThat(found).as(text.toString()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
			count += expected.size();
		}
		assertThat(count).isPositive();
	}

	@Test
	void aGroupMeetsAnotherOnceHoweverManyHostsTheyShare() {
		var text = new StringBuilder("host h[1..40] { engine docker }\n");
		IntStream.rangeClosed(1, 40).forEach(number -> text
				.append("container a%s on h[%s] { publish 80 -> 80 }%n".formatted(number, number)));
		text.append("container b on h replicas 2 { publish 80..81 -> 80 }\n");

		assertThat(TakenPort.of(resolve(text.toString()).placed(Map.of("b[1]", "h[7]", "b[2]", "h[7]")))).singleElement()
				.satisfies(taken -> assertThat(taken.holder().name()).isEqualTo("a7"));
	}

	@Test
	void wholeVolumesAreThoseOfEveryTwoWorkloads() {
		var random = new Random(709);
		var seen = new HashSet<Boolean>();
		for (var i = 0; i < DATACENTRES; i++) {
			var uses = List.of("v", "w", "1 GiB on v", "1 GiB on w");
			var text = new StringBuilder("host a { hypervisor kvm }\nvolume v { shared }  volume w { shared }\n");
			var disks = IntStream.range(0, 4).mapToObj(number -> SmallWorlds.half(random, uses)).toList();
			IntStream.range(0, 4).forEach(number -> text.append("vm m%s on a { %s }%n".formatted(number,
					disks.get(number).isEmpty() ? "" : "disk " + String.join(", ", disks.get(number)))));

			var taken = WholeVolume.of(resolve(text.toString())).stream().filter(WholeVolume::isTakenTwice).toList();

			for (var volume : List.of("v", "w")) {
				var whole = IntStream.range(0, 4).filter(number -> disks.get(number).contains(volume))
						.mapToObj(number -> "m" + number).toList();
				var carved = IntStream.range(0, 4).filter(number -> disks.get(number).contains("1 GiB on " + volume))
						.mapToObj(number -> "m" + number).toList();
				var isTaken = whole.size() > 1 || !whole.isEmpty() && !carved.isEmpty();
				var own = taken.stream().filter(one -> one.volumes().getFirst().name().equals(volume)).toList();
				assertThat(own).as(text.toString()).hasSize(isTaken ? 1 : 0).allSatisfy(one -> {
					assertThat(one.whole()).extracting(Workload::name).isEqualTo(whole);
					assertThat(one.carved()).extracting(Workload::name).isEqualTo(carved);
				});
				seen.add(isTaken);
			}
		}
		assertThat(seen).containsExactlyInAnyOrder(true, false);
	}
}
