package org.vcdsl.analysis.placement;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.placement.ConstraintAnswer.Verdict;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Where workloads stand that have a choice; {@code resolve} places them. */
class PlacerTest {

	private static final int DATACENTRES = 150;

	private static final String TWO_RACKS = """
			site quay {
			  rack r1 { host a[1..2] { hypervisor kvm  engine docker } }
			  rack r2 { host b[1..2] { hypervisor kvm  engine docker } } }
			""";

	@Test
	void aPublishedPortIsLeftToTheOneThatHasIt() {
		var placed = resolve("""
				host a { hypervisor kvm  engine docker }
				host b { engine docker }
				vm v on a { engine docker }
				container first on a { publish 80 -> 80  memory 1 GiB }
				container second on a, v { publish 80 -> 8080 }
				container third on a, b { publish 80 -> 80 }
				container fourth on a, b { publish 443 -> 80  memory 2 GiB }
				container fifth on a, b, v { publish 443 -> 80, 80 -> 80 }
				""");

		assertThat(placed.placement()).containsAllEntriesOf(Map.of("second", "v", "third", "b", "fourth", "b"));
	}

	@Test
	void siblingsStandApartByRackThenByHost() {
		assertThat(places(TWO_RACKS + "container web on a, b replicas 4")).containsExactly("a[1]", "b[1]", "a[2]", "b[2]");
	}

	@Test
	void siblingsOnVirtualMachinesStandApartByHost() {
		assertThat(places(TWO_RACKS + """
				vm w[1..2] on a[1] { engine docker }
				vm x on a[2] { engine docker }
				container web on w, x replicas 2
				""")).containsExactly("a[1]", "a[1]", "a[2]", "w[1]", "x");
	}

	@Test
	void whatIsRecordedStaysAndWhatIsNewMakesRoom() {
		assertThat(keeping(TWO_RACKS + "container web on a, b replicas 3", Map.of("web[2]", "a[1]", "web[3]", "a[2]"))).isEqualTo(
				"web[1] b[1], web[2] a[1], web[3] a[2]");
	}

	@Test
	void aRecordedPlaceThatIsNoCandidateIsLeft() {
		assertThat(keeping(TWO_RACKS + "vm db on a[1]", Map.of("db", "b[1]"))).isEqualTo("db a[1] instead of b[1]");
		assertThat(keeping(TWO_RACKS + "vm db on a", Map.of("db", "b[1]"))).isEqualTo("db a[1] instead of b[1]");
	}

	@Test
	void aRecordedPlaceThatBreaksAMustIsLeft() {
		var two = TWO_RACKS + "vm db[1..2] on a, b\nrules { %s }";
		var both = Map.of("db[1]", "a[1]", "db[2]", "a[2]");
		assertThat(keeping(two.formatted("must pin db on b"), both)).isEqualTo(
				"db[1] b[1] instead of a[1] for must pin db on b, db[2] b[2] instead of a[2] for must pin db on b");
		assertThat(keeping(two.formatted("must ban db[2] on a"), both)).isEqualTo(
				"db[1] a[1], db[2] b[1] instead of a[2] for must ban db[2] on a");
		assertThat(keeping(two.formatted("must apart db by rack"), both)).isEqualTo(
				"db[1] a[1], db[2] b[1] instead of a[2] for must apart db by rack");
		assertThat(keeping(two.formatted("must spread db across rack"), both)).isEqualTo(
				"db[1] a[1], db[2] b[1] instead of a[2] for must spread db across rack");
		assertThat(keeping(two.formatted("must alone db[1] by rack"), both)).isEqualTo(
				"db[1] a[1], db[2] b[1] instead of a[2] for must alone db[1] by rack");
		assertThat(keeping(two.formatted("should apart db by rack"), both)).isEqualTo("db[1] a[1], db[2] a[2]");
	}

	@Test
	void aSpreadThatOthersMayStillSettleIsNoReasonToLeave() {
		var text = TWO_RACKS + "vm db on a, b replicas %s\nrules { must spread db across rack%s }";
		var both = Map.of("db[1]", "a[1]", "db[2]", "a[2]");
		assertThat(keeping(text.formatted(3, ""), both)).isEqualTo("db[1] a[1], db[2] a[2], db[3] b[1]");
		assertThat(keeping(text.formatted(3, " skew 1"), both)).isEqualTo("db[1] a[1], db[2] a[2], db[3] b[1]");
		var three = Map.of("db[1]", "a[1]", "db[2]", "a[2]", "db[3]", "a[1]");
		assertThat(keeping(text.formatted(4, " skew 1"), three)).isEqualTo(
				"db[1] a[1], db[2] a[2], db[3] b[1] instead of a[1] for must spread db across rack skew 1, db[4] b[2]");
		assertThat(keeping(text.formatted(4, " skew 2"), three)).isEqualTo("db[1] a[1], db[2] a[2], db[3] a[1], db[4] b[1]");
	}

	@Test
	void nobodyLeavesWhereThatHelpsNothing() {
		var both = Map.of("db[1]", "a[2]", "db[2]", "a[2]");
		assertThat(keeping(TWO_RACKS + "vm db[1..2] on a\nrules { must apart db by rack }", both)).isEqualTo("db[1] a[2], db[2] a[2]");
		assertThat(keeping(TWO_RACKS + "vm db[1..2] on a\nrules { must pin db on b }", both)).isEqualTo("db[1] a[2], db[2] a[2]");
	}

	@Test
	void guestsStayWhenTheirMachineMoves() {
		assertThat(keeping(TWO_RACKS + """
				vm w on a, b { engine docker }
				container web on w, a[2]
				rules { must ban w on a }
				""", Map.of("w", "a[1]", "web", "w"))).isEqualTo("w b[1] instead of a[1] for must ban w on a, web w");
	}

	/** A placement that keeps everything is kept as it is, in random datacentres under random constraints. */
	@Test
	void aPlacementThatKeepsAllConstraintsIsKept() {
		var compared = 0;
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var random = new Random(seed);
			var placed = resolve(TWO_RACKS + "container web on a, b replicas 4  container shop on a, b replicas 2\nrules { must %s }".formatted(
					List.of("spread web across rack", "spread web across host", "spread web across rack skew 2", "apart web, shop by host",
							"apart shop by rack", "alone shop by host", "ban web on b[2]").get(random.nextInt(7))));
			var any = new HashMap<String, String>();
			placed.workloads().keySet().forEach(name -> any.put(name, List.of("a[1]", "a[2]", "b[1]", "b[2]").get(random.nextInt(4))));
			if (ConstraintCheck.of(placed.placed(any)).getFirst().verdict() == Verdict.KEPT) {
				compared++;
				var again = Placer.place(placed.placed(Map.of()), Catalogue.EMPTY, any);
				assertThat(again.topology().placement()).as("seed " + seed).isEqualTo(any);
				assertThat(again.unkept()).isEmpty();
			}
		}
		assertThat(compared).isGreaterThan(DATACENTRES / 10);
	}

	private static String keeping(String text, Map<String, String> recorded) {
		var placed = Placer.place(resolve(text).placed(Map.of()), Catalogue.EMPTY, recorded);
		var left = placed.unkept().stream().collect(Collectors.toMap(unkept -> unkept.workload().name(), unkept -> " instead of "
				+ unkept.platform() + unkept.constraint().map(constraint -> " for " + constraint.label()).orElse("")));
		return placed.topology().workloads().values().stream().map(workload -> workload.name() + " " + placed.topology().standsOn(workload)
				+ left.getOrDefault(workload.name(), "")).collect(joining(", "));
	}

	@Test
	void siblingsThatHaveNoChoiceCountToo() {
		assertThat(places(TWO_RACKS + "container web[1] on a[1]  container web[2] on a, b")).containsExactly("a[1]", "b[1]");
	}

	@Test
	void whereLeastMemoryIsAskedForComesNext() {
		assertThat(places(TWO_RACKS + """
				container big on a[1] { memory 8 GiB }
				container small on b[1] { memory 1 GiB }
				container one on a[1], b[1] { memory 2 GiB }
				container two on a[1], b[1] { memory 6 GiB }
				container three on a[1], b[1] { memory 1 GiB }
				""")).containsExactly("a[1]", "b[1]", "b[1]", "b[1]", "a[1]");
	}

	@Test
	void whereNobodyStatesMemoryTheFewestWorkloadsCount() {
		assertThat(places(TWO_RACKS + """
				container one on a, b
				container two on a, b
				container three on a[1], b[1]
				""")).containsExactly("a[1]", "a[2]", "b[1]");
	}

	@Test
	void machinesArePlacedBeforeWhatMayStandOnThem() {
		var topology = resolve(TWO_RACKS + """
				container web on w replicas 2
				vm w[1..2] on o { engine docker }
				vm o[1..2] on a, b { hypervisor kvm }
				""");

		assertThat(topology.workloads().values().stream().filter(workload -> workload.declaration().equals("web"))
				.map(web -> topology.hostOf(web).name())).containsExactlyInAnyOrder("a[1]", "b[1]");
	}

	@Test
	void pinAndBanAreKept() {
		assertThat(places(TWO_RACKS + """
				vm v[1..2] on a, b
				container web on a, b replicas 2
				rules { must pin v on r2  must ban web on a[1], b }
				""")).containsExactly("b[1]", "b[2]", "a[2]", "a[2]");
	}

	@Test
	void apartIsKept() {
		assertThat(places(TWO_RACKS + """
				container db on b[2]
				container web on a, b replicas 4
				rules { must apart db, web by rack }
				""")).containsExactly("b[2]", "a[1]", "a[2]", "a[1]", "a[2]");
	}

	@Test
	void aSpreadOverSeveralDeclarationsIsKept() {
		assertThat(places(TWO_RACKS + """
				container one on a, b
				container two on a, b { memory 1 GiB }
				container three on a, b
				rules { must spread one, two, three across rack skew 1 }
				""")).containsExactly("a[1]", "b[1]", "a[2]");
	}

	@Test
	void whoIsToBeAloneIsPlacedFirstAndLeftAlone() {
		assertThat(places(TWO_RACKS + """
				container web on a replicas 3
				vm licensed on a { engine docker }
				container agent on licensed
				rules { must alone licensed by host }
				""")).containsExactly("a[2]", "a[2]", "a[2]", "a[1]", "licensed");
	}

	@Test
	void whatShouldBeKeptIsWhereThatBreaksNothingThatMustBe() {
		assertThat(places(TWO_RACKS + "vm v on a, b  rules { should ban v on a[1] }")).containsExactly("a[2]");
		assertThat(places(TWO_RACKS + "vm v on a, b  rules { should ban v on a[1]  must pin v on a[1] }")).containsExactly("a[1]");
	}

	@Test
	void withoutACandidateThatKeepsAConstraintACandidateItIs() {
		assertThat(places(TWO_RACKS + """
				vm v on a  vm w on a
				rules { must pin v on r2  must apart v, w by rack }
				""")).containsExactly("a[1]", "a[2]");
	}

	/** Everything stands on one of its candidates, always the same; and one workload with a choice keeps what it can. */
	@Test
	void theLastToBePlacedKeepsItsConstraintsIfOneOfItsCandidatesDoes() {
		var seen = new HashMap<Verdict, Integer>();
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var text = datacentre(new Random(seed));
			var placed = resolve(text);

			assertThat(Placer.place(placed.placed(Map.of()), Catalogue.EMPTY, Map.of()).topology().placement()).isEqualTo(placed.placement());
			assertThat(placed.workloads().values()).allSatisfy(
					workload -> assertThat(placed.standsOn(workload)).isIn(workload.pool().candidates()));

			var last = placed.workloads().get("last");
			var broken = broken(placed);
			var fewest = last.pool().candidates().stream().mapToInt(candidate -> broken(moved(placed, last, candidate)).size()).min()
					.getAsInt();
			if (fewest == 0) {
				assertThat(broken).as("seed %d%n%s%n%s", seed, text, placed.placement()).isEmpty();
			}
			seen.merge(fewest == 0 ? Verdict.KEPT : Verdict.BROKEN, 1, Integer::sum);
		}
		assertThat(seen).containsKeys(Verdict.KEPT, Verdict.BROKEN);
	}

	/** Containers that were told where to stand, and one that was not, on hosts in racks. */
	private static String datacentre(Random random) {
		var hosts = IntStream.rangeClosed(1, 3 + random.nextInt(4)).boxed()
				.collect(Collectors.groupingBy(host -> random.nextInt(3), Collectors.mapping(
						"host h%1$d { engine docker  uplink s%1$d }  switch s%1$d"::formatted, joining("\n"))));
		var names = IntStream.rangeClosed(1, hosts.values().stream().mapToInt(rack -> rack.split("\n").length).sum())
				.mapToObj("h%d"::formatted).toList();
		var text = new StringBuilder("site s {\n");
		hosts.forEach((rack, inside) -> text.append("rack r%d { %s }\n".formatted(rack, inside)));
		text.append("}\n");
		var others = new ArrayList<String>();
		for (var i = 0; i < 3; i++) {
			others.add("c" + i);
			text.append("container c%d on %s\n".formatted(i, names.get(random.nextInt(names.size()))));
		}
		text.append("container last on %s { memory 1 GiB }\nrules {\n".formatted(String.join(", ", names)));
		for (var i = random.nextInt(4); i >= 0; i--) {
			var domain = List.of("host", "rack", "kernel", "switch", "site").get(random.nextInt(5));
			text.append(switch (random.nextInt(6)) {
				case 0 -> "must pin last on %s, %s\n".formatted(any(names, random), any(names, random));
				case 1 -> "must ban last on %s, r%d\n".formatted(any(names, random), hosts.keySet().iterator().next());
				case 2 -> "must apart last, %s by %s\n".formatted(any(others, random), domain);
				case 4 -> "must alone last by %s\n".formatted(domain);
				case 3 -> "must spread last, c0, c1 across %s\n".formatted(domain);
				default -> "must spread last, c1, c2 across %s skew %d\n".formatted(domain, random.nextInt(3));
			});
		}
		return text.append("}\n").toString();
	}

	private static String any(List<String> names, Random random) {
		return names.get(random.nextInt(names.size()));
	}

	private static Topology moved(Topology topology, Workload workload, String place) {
		var places = new HashMap<>(topology.placement());
		places.put(workload.name(), place);
		return topology.placed(places);
	}

	private static List<String> broken(Topology topology) {
		return ConstraintCheck.of(topology).stream().filter(answer -> answer.verdict() == Verdict.BROKEN)
				.map(answer -> answer.constraint().label()).toList();
	}

	/** What everything stands on, in the order of the text. */
	private static List<String> places(String text) {
		var topology = resolve(text);
		return topology.workloads().values().stream().map(topology::standsOn).toList();
	}
}
