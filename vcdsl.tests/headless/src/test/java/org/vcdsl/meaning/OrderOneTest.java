package org.vcdsl.meaning;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.meaning.Falls.downAnyway;
import static org.vcdsl.meaning.Falls.takingDown;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.resolve.Resolved;

/** Which single events take a service down. That they are all, and no others, is shown by brute force elsewhere. */
class OrderOneTest {

	@Test
	void needsAllIsTheUnion() {
		var hosts = """
				host alpha { engine docker }  host beta { engine docker }
				container web on alpha  container db on beta
				""";
		var web = takingDown(hosts + "service s { needs web }");
		var db = takingDown(hosts + "service s { needs db }");

		assertThat(takingDown(hosts + "service s { needs web  needs db }")).containsAll(web).containsAll(db)
				.hasSize(web.size() + db.size());
	}

	@Test
	void kOfNIsEveryEventThatTakesMoreThanAllButK() {
		var racks = """
				site quay { rack r1 { host h[1..2] { engine docker } }  rack r2 { host h[3] { engine docker } } }
				container web[1] on h[1]  container web[2] on h[2]  container web[3] on h[3]
				service s { needs %s of web }
				""";

		assertThat(takingDown(racks.formatted(1))).containsExactly("LOCATION quay");
		assertThat(takingDown(racks.formatted(2))).containsExactlyInAnyOrder("LOCATION quay", "LOCATION r1");
		assertThat(takingDown(racks.formatted(3))).contains("LOCATION r1", "LOCATION r2", "HARDWARE h[1]", "HARDWARE h[3]");
	}

	@Test
	void eachEventIsJudgedAloneSharedOnesIncluded() {
		assertThat(takingDown("""
				site quay { feed mains  feed solar
				  host alpha { fed by mains  engine docker }  host beta { fed by mains, solar  engine docker } }
				container web on alpha, beta replicas 2
				rules { must spread web across host }
				service s { needs 1 of web }
				""")).containsExactly("LOCATION quay");
	}

	@Test
	void vcd301IsPrintedOncePerElementWithItsServicesAtMostFiveAndACount() {
		var services = IntStream.rangeClosed(1, 7).mapToObj("service s%d { needs db }"::formatted).collect(joining("\n"));

		assertThat(findings("VCD301", """
				site quay { feed mains  host beta { fed by mains  hypervisor kvm }  host gamma }
				vm db on beta
				""" + services)).filteredOn(message -> message.startsWith("'mains'")).singleElement().asString()
				.contains("services 's1', 's2', 's3', 's4', 's5' and 2 more are down");
	}

	@Test
	void aHostsKernelEngineAndHypervisorAreNamedInTheHostsFinding() {
		assertThat(findings("VCD301", """
				host alpha { os Debian 12 { kernel 6.1.0-28 }  engine lxc 5.0  engine docker 27.3  hypervisor kvm 8.2 }
				container web on alpha { isolation kata }
				service s { needs web }
				""")).containsExactly(
				"'alpha' (hardware, kernel 6.1.0-28, hypervisor kvm 8.2, engine docker 27.3) is a single point of failure: without it "
						+ "service 's' is down. Give what it needs a second way that does not stand on it, or accept the risk.",
				"'web' (its own kernel) is a single point of failure: without it service 's' is down. Give what it needs a second way "
						+ "that does not stand on it, or accept the risk.");
	}

	@Test
	void aSiteRoomOrRackThatHoldsTheWholeTopologyIsVcd300Once() {
		var everything = """
				site quay { rack r1 { host alpha { engine docker } } }
				container web on alpha
				service s { needs web }  service t { needs web }
				""";

		assertThat(findings("VCD300", everything)).singleElement().asString().contains("'quay'", "'r1'");
		assertThat(findings("VCD301", everything)).noneMatch(message -> message.startsWith("'quay'") || message.startsWith("'r1'"));
	}

	@Test
	void powerAndNetworkByLeastFixedPointNeedsByGreatest() {
		assertThat(downAnyway("""
				switch left { uplink right }  switch right { uplink left }
				host alpha { uplink left  engine docker }  host beta { engine docker }
				container web on alpha
				container a on beta { needs b }  container b on beta { needs a }
				service dead { needs web }
				service alive { needs a }
				""")).containsExactly("dead");
	}

	@Test
	void switchesThatFeedEachOtherAreDeadAnUplinkRingIsLegal() {
		assertThat(takingDown("""
				switch out
				switch ring1 { uplink ring3, out }  switch ring2 { uplink ring1 }  switch ring3 { uplink ring2 }
				host alpha { uplink ring3, ring1  engine docker }
				container web on alpha
				service s { needs web }
				""")).contains("SWITCH out", "SWITCH ring1").doesNotContain("SWITCH ring2", "SWITCH ring3");
	}

	@Test
	void twoPeersOutliveTheUplinksOfEither() {
		var pair = """
				switch spine[1..2]
				switch leaf[1] { uplink spine[1]  %s }  switch leaf[2] { uplink spine[2] }
				host alpha { uplink leaf[1]  engine docker }
				container web on alpha
				service s { needs web }
				""";

		assertThat(takingDown(pair.formatted(""))).contains("SWITCH leaf[1]", "SWITCH spine[1]");
		assertThat(takingDown(pair.formatted("peer leaf[2]"))).contains("SWITCH leaf[1]").doesNotContain("SWITCH leaf[2]",
				"SWITCH spine[1]", "SWITCH spine[2]");
	}

	@Test
	void aRingOfFiveOutlivesAnyOneSwitchOfIt() {
		var ring = """
				switch core
				switch r[1] { edge  peer r[2] }  switch r[2] { peer r[3] }  switch r[3] { peer r[4]  uplink core }
				switch r[4] { peer r[5] }  switch r[5] { %s }
				host alpha { uplink r[4], r[5]  engine docker }
				container web on alpha
				service s { needs web }
				""";

		assertThat(takingDown(ring.formatted("peer r[1]"))).noneMatch(event -> event.startsWith("SWITCH"));
		assertThat(takingDown(ring.formatted("power 90 W"))).as("an open ring").contains("SWITCH r[3]", "SWITCH r[4]")
				.doesNotContain("SWITCH r[1]", "SWITCH r[2]", "SWITCH r[5]", "SWITCH core");
	}

	@Test
	void aFedByCycleIsAnError() {
		assertThat(Resolved.errors("site quay { feed a { fed by b }  feed b { fed by a } }")).singleElement().asString()
				.startsWith("VCD108");
	}

	@Test
	void whatIsUpOnlyInTheGreatestFixedPointCannotStartFromColdAFinding() {
		var circle = """
				host alpha { engine docker }  host beta { engine docker }
				container web on alpha { needs db }
				container db on beta { needs %s }
				service s { needs web }
				""";

		assertThat(downAnyway(circle.formatted("web"))).isEmpty();
		assertThat(findings("VCD305", circle.formatted("web"))).singleElement().asString().startsWith("'web', 'db' wait for each other");
		assertThat(findings("VCD305", circle.formatted("cache") + "container cache on beta")).isEmpty();
	}

	@Test
	void whatItStandsOnIsPartOfSuchACircle() {
		assertThat(findings("VCD305", """
				host alpha { hypervisor kvm }
				vm gateway on alpha { engine docker  needs resolver }
				container resolver on gateway
				""")).singleElement().asString().startsWith("'gateway', 'resolver' wait for each other");
	}

	@Test
	void whatNeedsOneOfSeveralOfWhichOneStartsByItselfWaitsForNobody() {
		var cache = """
				host alpha { engine docker }
				container cache[1] on alpha { needs 1 of cache }
				container cache[2] on alpha { %s }
				""";

		assertThat(findings("VCD305", cache.formatted(""))).isEmpty();
		assertThat(findings("VCD305", cache.formatted("needs 1 of cache"))).hasSize(1);
	}

	@Test
	void managementByGreatestFixedPoint() {
		var managed = """
				host hv1 { hypervisor hyperv { managed by scvmm } }  host desk { hypervisor kvm }
				vm scvmm on %s
				service s { needs scvmm }
				""";

		assertThat(downAnyway(managed.formatted("hv1"))).isEmpty();
		assertThat(findings("VCD309", managed.formatted("hv1"))).singleElement().asString()
				.startsWith("'hv1' is managed by 'scvmm', which stands on it").contains("in two stages");
		assertThat(findings("VCD309", managed.formatted("desk"))).isEmpty();
	}

	private static List<String> findings(String rule, String text) {
		return Resolved.check(text).findings().stream().filter(finding -> finding.ruleId().equals(rule)).map(Finding::message).toList();
	}
}
