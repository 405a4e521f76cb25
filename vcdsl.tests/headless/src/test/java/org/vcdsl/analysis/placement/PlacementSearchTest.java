package org.vcdsl.analysis.placement;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.capacity.DiskDemand;
import org.vcdsl.analysis.capacity.Fraction;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.analysis.placement.ConstraintAnswer.Verdict;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Resource;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Placements under constraints and capacities, against trying all of them. */
class PlacementSearchTest {

	private static final int DATACENTRES = 300;

	private static final String FOUR = """
			site quay {
			  rack r1 { host a[1..2] { memory 64 GiB  cores 16  disk 1 TiB  hypervisor kvm  engine docker } }
			  rack r2 { host b[1..2] { memory 64 GiB  cores 16  disk 1 TiB  hypervisor kvm  engine docker } } }
			""";

	@Test
	void whatIsTooLargeForAHostGoesElsewhere() {
		assertThat(places("""
				host small { memory 8 GiB  engine docker }
				host large { memory 64 GiB  engine docker }
				container old on large { memory 32 GiB }
				container web on small, large { memory 16 GiB }
				""")).containsExactly("old large", "web large");
	}

	@Test
	void cpuAndDiskCountToo() {
		assertThat(places("""
				host few { cores 4  disk 1 TiB  hypervisor kvm }
				host many { cores 64  disk 100 GiB  hypervisor kvm }
				vm busy on few, many { vcpu 8 }
				vm wide on many, few { boot 500 GiB }
				""")).containsExactly("busy many", "wide few");
	}

	@Test
	void overcommitCountsForMachines() {
		var two = """
				host one { memory 10 GiB  hypervisor kvm { %s } }
				host two { memory 10 GiB  hypervisor kvm { %s } }
				vm v[1..4] on one, two { memory 6 GiB }
				""";
		assertThat(conflicts(two.formatted("overcommit memory 1.2:1", "overcommit memory 1.2:1"))).isEmpty();
		assertThat(conflicts(two.formatted("overcommit memory 1.2:1", "overcommit memory 1.1:1"))).containsExactly("enough memory for all");
	}

	/** One after the other, the small ones take from both hosts what the large one needs of one. */
	@Test
	void whatComesLateFindsRoomMadeByTheSearch() {
		var placed = place(FOUR + """
				vm small[1..4] on a { memory 16 GiB }
				vm large on a { memory 64 GiB }
				""");

		assertThat(placed.conflicts()).isEmpty();
		assertThat(GuestDemand.of(placed.topology(), Resource.MEMORY)).allMatch(GuestDemand::requestsFit);
	}

	@Test
	void conflictsNameTheLeastImportantAndAllThatAreNeeded() {
		assertThat(conflicts(FOUR + """
				vm v[1..3] on a, b { memory 40 GiB }
				vm w on a, b { memory 1 GiB }
				rules { must pin v on r1  must apart v, w by rack  should pin w on r1 }
				""")).containsExactly("enough memory for all, with 'must pin v on r1'",
						"'should pin w on r1', with 'must pin v on r1' and 'must apart v, w by rack'");
	}

	@Test
	void aShouldIsKeptWhereItCanBe() {
		assertThat(places(FOUR + "vm v on a, b  rules { should ban v on a }")).containsExactly("v b[1]");
	}

	@Test
	void togetherIsKept() {
		var placed = place(FOUR + """
				container fill[1..4] on a[1], a[2], b[1], b[2] { memory 30 GiB }
				container big on a, b { memory 30 GiB }
				container one on a, b { memory 20 GiB }
				container two on a, b { memory 14 GiB }
				rules { must together one, two by host }
				""");

		assertThat(placed.conflicts()).isEmpty();
		assertThat(ConstraintCheck.of(placed.topology())).extracting(ConstraintAnswer::verdict).containsExactly(Verdict.KEPT);
	}

	@Test
	void forbiddenPlacesAreAvoided() {
		assertThat(places(FOUR + "container web on a, b { privileged }  rules { must forbid privileged on a }")).containsExactly("web b[1]");
	}

	@Test
	void aVolumeOfAHostDrawsWhatMountsItThere() {
		assertThat(places(FOUR + "volume data { size 10 GiB  on b[2] }  vm db on a, b { disk data }")).containsExactly("db b[2]");
	}

	@Test
	void aHostOnWhichItWouldFailIsLeftToOthers() {
		assertThat(places("""
				host old { os CentOS 7 { kernel 3.10.0-1160 }  engine docker 20.10 }
				host new { os Debian 12 { kernel 6.1.0-28 }  engine docker 27.3 }
				container web on old, new { requires kernel >= 5.8 }
				container win on old { requires kernel >= 5.8 }
				""")).containsExactly("web new", "win old");
	}

	/** What is fixed on a machine is nowhere as long as that is. */
	@Test
	void machinesOfLaterWavesAreNoObstacle() {
		var placed = place(FOUR + """
				vm outer[1..2] on a { memory 8 GiB  hypervisor kvm }
				vm inner on outer { memory 4 GiB  engine docker }
				container web on inner
				vm licensed on a, b { memory 60 GiB }
				rules { must alone licensed by host  must ban licensed on b }
				""");

		assertThat(placed.conflicts()).isEmpty();
		assertThat(ConstraintCheck.of(placed.topology())).extracting(ConstraintAnswer::verdict).containsOnly(Verdict.KEPT);
	}

	@Test
	void whatIsRecordedStaysAndIsNotSearched() {
		var text = FOUR + "vm v[1..3] on a { memory 40 GiB }\nvm w on a, b { memory 20 GiB }";
		var placed = Placer.place(resolve(text).placed(Map.of()), Catalogue.EMPTY, Map.of("w", "a[1]", "v[1]", "a[2]"));

		assertThat(placed.topology().placement()).containsEntry("w", "a[1]").containsEntry("v[1]", "a[2]");
		assertThat(placed.conflicts()).extracting(PlacementConflict::isCertain).containsExactly(false);
	}

	/** Whether there is a placement that keeps all that must be kept, and what cannot be kept with what, in random small datacentres. */
	@Test
	void theAnswerIsThatOfTryingEverything() {
		var seen = new HashMap<String, Integer>();
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var text = datacentre(new Random(seed));
			var unplaced = resolve(text).placed(Map.of());
			var placed = Placer.place(unplaced, Catalogue.EMPTY, Map.of());
			var as = "seed %d%n%s%n%s".formatted(seed, text, placed.conflicts());
			var all = placements(unplaced);
			var musts = obligations(unplaced).stream().filter(PlacementSearchTest::isImportant)
					.filter(must -> all.stream().anyMatch(topology -> keeps(topology, must))).toList();

			assertThat(placed.conflicts()).as(as).allMatch(PlacementConflict::isCertain);
			var givenUp = placed.conflicts().stream().map(PlacementConflict::givenUp).toList();
			assertThat(musts.stream().filter(must -> !givenUp.contains(must)).filter(must -> !keeps(placed.topology(), must))).as(as).isEmpty();
			for (var conflict : placed.conflicts()) {
				var together = new ArrayList<>(conflict.others());
				together.add(conflict.givenUp());
				assertThat(all.stream().noneMatch(keepsAll(together))).as(as + conflict).isTrue();
				// what those break that have no choice is taken for given, so that less is needed for a conflict
				if (together.stream().anyMatch(one -> all.stream().noneMatch(topology -> keeps(topology, one)))) {
					continue;
				}
				for (var one : together) {
					var rest = together.stream().filter(other -> other != one).toList();
					assertThat(all.stream().anyMatch(keepsAll(rest))).as(as + conflict + " without " + one).isTrue();
				}
			}
			if (obligations(unplaced).stream().filter(PlacementSearchTest::isImportant).anyMatch(must -> !musts.contains(must))) {
				continue;
			}
			var expected = all.stream().anyMatch(keepsAll(musts));
			assertThat(givenUp.stream().noneMatch(musts::contains)).as(as).isEqualTo(expected);
			seen.merge(expected ? "kept" : "conflict", 1, Integer::sum);
			placed.conflicts().forEach(conflict -> seen.merge(conflict.givenUp().getClass().getSimpleName(), 1, Integer::sum));
		}
		assertThat(seen).containsKeys("kept", "conflict", "Stated", "Capacity");
		assertThat(seen.values()).allMatch(count -> count >= 10);
	}

	private static boolean isImportant(Obligation obligation) {
		return !(obligation instanceof Obligation.Stated stated) || stated.constraint().strength() == Strength.MUST;
	}

	private static List<Obligation> obligations(Topology topology) {
		var all = new ArrayList<Obligation>(List.of(new Obligation.Capacity(Resource.MEMORY), new Obligation.Capacity(Resource.CPU),
				new Obligation.Capacity(Resource.DISK), new Obligation.FreePorts()));
		topology.constraints().forEach(constraint -> all.add(new Obligation.Stated(constraint)));
		return all;
	}

	private static Predicate<Topology> keepsAll(List<Obligation> obligations) {
		return topology -> obligations.stream().allMatch(obligation -> keeps(topology, obligation));
	}

	private static boolean keeps(Topology topology, Obligation obligation) {
		return switch (obligation) {
			case Obligation.Stated stated -> new ConstraintCheck(topology, new FailureDomains(topology)).answer(stated.constraint())
					.verdict() != Verdict.BROKEN;
			case Obligation.Capacity capacity -> capacity.resource() == Resource.DISK
					? DiskDemand.of(topology).stream().allMatch(demand -> demand.free().compareTo(Fraction.ZERO) >= 0)
					: GuestDemand.of(topology, capacity.resource()).stream().allMatch(GuestDemand::requestsFit);
			case Obligation.FreePorts ports -> {
				var taken = new HashSet<String>();
				yield topology.workloads().values().stream().allMatch(workload -> workload.ports().stream()
						.allMatch(port -> taken.add(topology.standsOn(workload) + " " + port.hostPort())));
			}
			case Obligation.ReachedVolumes volumes -> true;
		};
	}

	/** All placements that there are. */
	private static List<Topology> placements(Topology unplaced) {
		var all = new ArrayList<Map<String, String>>(List.of(Map.of()));
		for (var workload : unplaced.workloads().values()) {
			var longer = new ArrayList<Map<String, String>>();
			for (var some : all) {
				for (var candidate : workload.pool().candidates()) {
					var more = new LinkedHashMap<>(some);
					more.put(workload.name(), candidate);
					longer.add(more);
				}
			}
			all = longer;
		}
		return all.stream().map(unplaced::placed).toList();
	}

	/** A few machines and containers on hosts in racks, that ask for a part of what there is. */
	private static String datacentre(Random random) {
		var hosts = new ArrayList<String>();
		var text = new StringBuilder("site s {\n");
		for (var rack = 1; rack <= 2; rack++) {
			text.append("rack r%d {\n".formatted(rack));
			for (var i = 1 + random.nextInt(2); i > 0; i--) {
				var host = "h%d".formatted(hosts.size() + 1);
				hosts.add(host);
				text.append("host %s { memory %d GiB  cores %d  disk %d GiB  hypervisor kvm { overcommit memory 1.%d:1 }  engine docker }\n".formatted(
						host, 4 + random.nextInt(6), 4 + random.nextInt(5), 40 + random.nextInt(60), random.nextInt(5)));
			}
			text.append("}\n");
		}
		text.append("}\n");
		var names = new ArrayList<String>();
		for (var i = 3 + random.nextInt(3); i > 0; i--) {
			var name = "w" + i;
			names.add(name);
			var on = random.nextInt(5) == 0 ? any(hosts, random) : String.join(", ", hosts);
			text.append(random.nextBoolean()
					? "vm %s on %s { memory %d GiB  vcpu %d  boot %d GiB }\n".formatted(name, on, 1 + random.nextInt(4), 1 + random.nextInt(4),
							10 + random.nextInt(30))
					: "container %s on %s { memory %d GiB  cpu %d core%s }\n".formatted(name, on, 1 + random.nextInt(4), 1 + random.nextInt(3),
							random.nextInt(3) == 0 ? "  publish 80 -> 80" : ""));
		}
		text.append("rules {\n");
		for (var i = random.nextInt(4); i > 0; i--) {
			var domain = List.of("host", "rack").get(random.nextInt(2));
			var some = some(names, random);
			text.append(random.nextInt(4) == 0 ? "should " : "must ").append(switch (random.nextInt(8)) {
				case 0 -> "pin %s on %s\n".formatted(some, any(hosts, random));
				case 1 -> "ban %s on r%d\n".formatted(some, 1 + random.nextInt(2));
				case 2 -> "apart %s, %s by %s\n".formatted(names.get(0), names.get(1), domain);
				case 3 -> "together %s by %s\n".formatted(some, domain);
				case 4 -> "alone %s by %s\n".formatted(any(names, random), domain);
				case 5 -> "spread %s across %s\n".formatted(some, domain);
				case 6 -> "forbid %s on %s\n".formatted(random.nextBoolean() ? "vm" : "container", any(hosts, random));
				default -> "spread %s across %s skew %d\n".formatted(some, domain, random.nextInt(3));
			});
		}
		return text.append("}\n").toString();
	}

	private static String any(List<String> names, Random random) {
		return names.get(random.nextInt(names.size()));
	}

	private static String some(List<String> names, Random random) {
		Set<Integer> chosen = new HashSet<>();
		IntStream.range(0, 2 + random.nextInt(2)).forEach(i -> chosen.add(random.nextInt(names.size())));
		return chosen.stream().sorted().map(names::get).collect(joining(", "));
	}

	private static Placed place(String text) {
		var checked = org.vcdsl.resolve.Resolved.check(text);
		return Placer.place(checked.topology().orElseThrow().placed(Map.of()), checked.catalogue(), Map.of());
	}

	private static List<String> places(String text) {
		var topology = place(text).topology();
		return topology.workloads().values().stream().map(workload -> workload.name() + " " + topology.standsOn(workload)).toList();
	}

	private static List<String> conflicts(String text) {
		return place(text).conflicts().stream().map(conflict -> conflict.givenUp().label() + (conflict.others().isEmpty() ? ""
				: ", with " + conflict.others().stream().map(Obligation::label).collect(joining(" and ")))).toList();
	}
}
