package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.rule.RuleCatalogue;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** The sentences under "Placement". */
class PlacementTest {

	private static final String TWO_RACKS = """
			site quay {
			  rack r1 { host a[1..2] { hypervisor kvm  engine docker } }
			  rack r2 { host b[1..2] { hypervisor kvm  engine docker } } }
			""";

	@Test
	void onAHostIsWhereItStands() {
		assertThat(place("vm db on b[2]", "db")).isEqualTo("b[2]");
	}

	@Test
	void onARangeIsAPool() {
		assertThat(place("vm db on b[1..2]", "db")).isEqualTo("b[1]");
	}

	@Test
	void onAClusterIsAPool() {
		var cluster = """
				cluster k8s kubernetes 1.32 {
				  vm cp on a[1] { role control  engine containerd }
				  vm wk[1..2] on b { engine containerd }
				}
				pod shop on k8s { container app }
				""";

		assertThat(place(cluster, "shop")).startsWith("k8s.");
	}

	@Test
	void noOnAtAllIsAPoolOfTheTopologysOwnHostsThatSuit() {
		assertThat(resolve("""
				host bare
				host metal { hypervisor kvm }
				host box { engine docker }
				vm db
				container web
				""")).satisfies(topology -> assertThat(places(topology)).containsExactlyInAnyOrderEntriesOf(
				Map.of("db", "metal", "web", "box")));
	}

	@Test
	void thePlacerChoosesDeterministically() {
		var text = TWO_RACKS + "vm db[1..3] on a, b  container web on a, b replicas 5";

		assertThat(places(resolve(text))).isEqualTo(places(resolve(text)));
	}

	@Test
	void analysesUseThatPlacement() {
		assertThat(Falls.takingDown(TWO_RACKS + """
				vm db on b[1..2]
				service s { needs db }
				""")).contains("HARDWARE b[1]").doesNotContain("HARDWARE b[2]");
	}

	@Test
	void theySayWhenSeparationIsLuck() {
		var apart = TWO_RACKS + """
				vm db[1..2] on a, b
				rules { %s }
				""";

		assertThat(luck(apart.formatted(""))).singleElement().asString().contains("Add 'must spread db across rack' to 'rules'");
		assertThat(luck(apart.formatted("must spread db across rack"))).isEmpty();
		assertThat(luck(apart.formatted("should apart db by host"))).isEmpty();
		assertThat(luck(TWO_RACKS + "vm db[1] on a[1]  vm db[2] on b[1]")).isEmpty();
	}

	@Test
	void kubernetesPlacesPodsAndOnlyAGeneratedHardConstraintCountsAsSeparation() {
		var pods = TWO_RACKS + """
				cluster k kubernetes 1.32 {
				  vm wk[1] on a[1] { engine containerd }
				  vm wk[2] on b[1] { engine containerd }
				  pod shop replicas 2 { container c }
				}
				rules { %s }
				service s { needs 1 of k.shop  survive loss of 1 rack }
				""";

		for (var hard : List.of("must spread k.shop across rack", "must apart k.shop by rack")) {
			assertThat(luck(pods.formatted(hard))).as(hard).isEmpty();
			assertThat(unproven(pods.formatted(hard))).as(hard).isEmpty();
		}
		for (var soft : List.of("", "should spread k.shop across rack", "must apart k.shop[1], k.shop[2] by rack", "must spread k.shop across kernel skew 2")) {
			assertThat(luck(pods.formatted(soft))).as(soft).singleElement().asString().contains("Kubernetes places them, and no hard constraint");
			assertThat(unproven(pods.formatted(soft))).as(soft).singleElement().asString()
					.contains("Kubernetes places 'k.shop'", "Add 'must spread k.shop across rack skew 1' to 'rules'.");
		}
		assertThat(unproven(pods.formatted("must ban k.shop on k.wk[2]"))).as("one place, and it is lost").singleElement().asString()
				.contains("down without 'r1'");
	}

	@Test
	void otherPodsStandWhereThePlacerPutsThem() {
		var text = TWO_RACKS + "pod shop on a[1], b[1] replicas 2 { container c }\nservice s { needs 1 of shop  survive loss of 1 rack }\n";

		assertThat(unproven(text)).isEmpty();
		assertThat(luck(text)).singleElement().asString().contains("no constraint keeps them apart");
	}

	private static List<String> unproven(String text) {
		return check(text).findings().stream().filter(finding -> finding.ruleId().equals("VCD304")).map(Finding::message).toList();
	}

	private static List<String> luck(String text) {
		return check(text).findings().stream().filter(finding -> finding.ruleId().equals("VCD306")).map(Finding::message).toList();
	}

	@Test
	void aConstraintIsWhatStandsInRulesARuleIsAVcdCheck() {
		var topology = resolve(TWO_RACKS + """
				vm db[1..2] on a
				rules { must spread db across rack }
				""");

		assertThat(topology.constraints()).singleElement().satisfies(constraint -> assertThat(constraint.label())
				.isEqualTo("must spread db across rack"));
		assertThat(RuleCatalogue.all()).allMatch(rule -> rule.id().matches("VCD\\d{3}"));
	}

	@Test
	void aPlacementThatDoesNotKeepAConstraintIsAFinding() {
		var rules = TWO_RACKS + """
				vm db[1..2] on a, b
				rules { must apart db by host  %s by rack  must ban db on a[2], b[2] }
				""";

		assertThat(errors(rules.formatted("must together db"))).singleElement().asString()
				.startsWith("VCD601 'must together db by rack' is not kept");
		assertThat(errors(rules.formatted("should together db"))).isEmpty();
		assertThat(check(rules.formatted("must apart db")).findings()).extracting(Finding::ruleId).doesNotContain("VCD601");
	}

	@Test
	void aConstraintThatCanNeverBeKeptIsAFinding() {
		var pinned = TWO_RACKS + """
				vm db on %s
				rules { must pin db on r1 }
				""";

		assertThat(errors(pinned.formatted("b"))).singleElement().asString().startsWith("VCD605 'must pin db on r1' can never be kept");
		assertThat(errors(pinned.formatted("a, b"))).isEmpty();
	}

	@Test
	void aConstraintThatCanNeverBeBrokenIsAFinding() {
		var pinned = TWO_RACKS + """
				vm db on %s
				rules { must pin db on r1 }
				""";

		assertThat(check(pinned.formatted("a")).findings()).extracting(Finding::ruleId).contains("VCD604");
		assertThat(check(pinned.formatted("a, b")).findings()).extracting(Finding::ruleId).doesNotContain("VCD604", "VCD605");
	}

	private static String place(String text, String workload) {
		var topology = resolve(TWO_RACKS + text);
		return topology.standsOn(topology.workloads().get(workload));
	}

	private static Map<String, String> places(Topology topology) {
		return topology.workloads().values().stream()
				.collect(Collectors.toMap(Workload::name, topology::standsOn));
	}
}
