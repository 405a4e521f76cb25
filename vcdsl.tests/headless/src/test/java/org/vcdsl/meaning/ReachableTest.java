package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;
import static org.vcdsl.Project.source;
import static org.vcdsl.meaning.Falls.downAnyway;
import static org.vcdsl.meaning.Falls.takingDown;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.resolve.Resolved;
import org.vcdsl.topology.Switch;

/** When something is reachable. */
class ReachableTest {

	@Test
	void reachableIsUpAndASwitchPathToTheTopologysEdge() {
		assertThat(takingDown("""
				switch core  switch top { uplink core }
				host alpha { uplink top  engine docker }
				container web on alpha
				service s { needs web }
				""")).contains("HARDWARE alpha", "SWITCH top", "SWITCH core");
	}

	@Test
	void theEdgeIsASwitchWithoutUplinkOrMarkedEdge() {
		var switches = """
				switch core  switch top { uplink core %s }
				host alpha { uplink top  engine docker }
				container web on alpha
				service s { needs web }
				""";

		assertThat(takingDown(switches.formatted(""))).contains("SWITCH top", "SWITCH core");
		assertThat(takingDown(switches.formatted("edge"))).contains("SWITCH top").doesNotContain("SWITCH core");
	}

	@Test
	void aLinkBetweenPeersLeadsBothWays() {
		var pair = """
				switch core[1..2]  switch left { uplink core[1] %s }  switch right { uplink core[2] }
				host alpha { uplink left  engine docker }
				host beta { uplink right  engine docker }
				container web on alpha
				container db on beta
				service s { needs web  needs db }
				""";

		assertThat(takingDown(pair.formatted(""))).contains("SWITCH left", "SWITCH right", "SWITCH core[1]", "SWITCH core[2]");
		assertThat(takingDown(pair.formatted("peer right"))).contains("SWITCH left", "SWITCH right").doesNotContain("SWITCH core[1]",
				"SWITCH core[2]");
	}

	@Test
	void statedOnOneSideItHoldsForBothAndStatedOnBothItIsOneLink() {
		var links = "site quay { switch a { ports 1 %s }  switch b { ports 1 %s } }";

		for (var link : List.of(links.formatted("peer b", ""), links.formatted("", "peer a"), links.formatted("peer b", "peer a"))) {
			assertThat(resolve(link).switches().get("a").peers()).containsExactly("b");
			assertThat(resolve(link).switches().get("b").peers()).containsExactly("a");
			assertThat(Resolved.check(link).findings()).extracting(Finding::ruleId).doesNotContain("VCD406");
		}
	}

	@Test
	void aGroupStandsForItsMembersAndTheOwnGroupForTheOthers() {
		var topology = resolve("site quay { switch spine[1..3]  switch tor { peer spine[2..3] }  switch leaf[1..3] { peer leaf } }");

		assertThat(topology.switches().get("tor").peers()).containsExactly("spine[2]", "spine[3]");
		assertThat(topology.switches().get("spine[1]").peers()).isEmpty();
		assertThat(topology.switches().get("leaf[2]").peers()).containsExactly("leaf[1]", "leaf[3]");
	}

	@Test
	void noSwitchIsItsOwnPeerNorIsAnythingElseThanASwitch() {
		assertThat(Resolved.errors("site quay { switch a { peer a } }")).singleElement().asString().startsWith("VCD108");
		assertThat(Resolved.errors("site quay { switch a { peer h }  host h }")).singleElement().asString().startsWith("VCD101");
	}

	@Test
	void moreLinksThanAnyoneHasAreRefusedBeforeTheyAreMade() {
		assertThat(Resolved.errors("site quay { switch a[1..5000] { peer a } }")).singleElement().asString()
				.startsWith("VCD116 The switches would have more than 1,000,000 links with their peers.");
	}

	@Test
	void aPeerCarriesANetworkOnlyWhereBothDo() {
		var pair = """
				network lan  network wan
				switch left { edge  %s }  switch right { peer left  %s }
				host alpha { uplink right  engine docker }
				container web on alpha { nic lan }
				service s { needs web via lan }
				""";

		assertThat(downAnyway(pair.formatted("carries lan", "carries lan"))).isEmpty();
		assertThat(downAnyway(pair.formatted("carries wan", "carries lan"))).containsExactly("s");
		assertThat(downAnyway(pair.formatted("carries lan", "carries wan"))).containsExactly("s");
	}

	@Test
	void aSwitchWithPeersAndNoUplinkIsAnEdgeUnlessTheyLeadOut() {
		var ring = """
				site quay { switch out  switch a { peer b %s }  switch b { peer c }  switch c { peer a }
				  switch lone { peer twin }  switch twin }
				""";

		assertThat(edges(ring.formatted(""))).containsExactly("out", "a", "b", "c", "lone", "twin");
		assertThat(edges(ring.formatted("uplink out"))).containsExactly("out", "lone", "twin");
		assertThat(edges(ring.formatted("edge"))).containsExactly("out", "a", "lone", "twin");
		assertThat(edges(ring.formatted("uplink b"))).as("leads to one of them").containsExactly("out", "b", "c", "lone", "twin");
	}

	private static List<String> edges(String text) {
		return resolve(text).switches().values().stream().filter(Switch::edge).map(Switch::name).toList();
	}

	@Test
	void needsTwoOfWebAsksForTwoReachableMembers() {
		var members = """
				host h[1..3] { engine docker }
				container web on h replicas 3
				service s { needs %s of web }
				""";

		assertThat(takingDown(members.formatted(2))).isEmpty();
		assertThat(takingDown(members.formatted(3))).contains("HARDWARE h[1]", "HARDWARE h[2]", "HARDWARE h[3]");
	}

	@Test
	void onAGroupWithoutANumberItMeansAnyOneAndAFindingAsksForTheNumber() {
		var group = """
				host h[1..2] { engine docker }
				container web on h replicas 2
				service s { needs web }
				""";

		assertThat(takingDown(group)).isEmpty();
		assertThat(Resolved.check(group).findings()).extracting(Finding::ruleId).contains("VCD105");
	}

	@Test
	void viaAsksForANicOnTheNetwork() {
		var networks = """
				network lan  network wan
				host alpha { hypervisor kvm }
				vm db on alpha { nic %s }
				service s { needs db via lan }
				""";

		assertThat(downAnyway(networks.formatted("lan"))).isEmpty();
		assertThat(downAnyway(networks.formatted("wan"))).containsExactly("s");
	}

	@Test
	void viaAsksForAPathOverSwitchesThatCarryTheNetwork() {
		var switches = """
				network lan  network wan
				switch left { carries %s }  switch right { carries wan, lan }
				host alpha { uplink left, right  engine docker }
				container web on alpha { nic lan, wan }
				service s { needs web via lan }
				service w { needs web via wan }
				""";

		assertThat(takingDown(switches.formatted("wan"))).contains("SWITCH right").doesNotContain("SWITCH left");
		assertThat(takingDown(switches.formatted("lan"))).doesNotContain("SWITCH right", "SWITCH left");
	}

	@Test
	void aSwitchCarriesAllNetworksUnlessItSaysWhich() {
		var path = """
				network lan  network wan
				switch core %s  switch top { uplink core }
				host alpha { uplink top  engine docker }
				container web on alpha { nic lan }
				service s { needs web via lan }
				""";

		assertThat(downAnyway(path.formatted(""))).isEmpty();
		assertThat(downAnyway(path.formatted("{ carries wan }"))).containsExactly("s");
	}

	@Test
	void aNeedWithoutViaTakesAnyPath() {
		assertThat(downAnyway("""
				network lan  network wan
				switch core { carries wan }
				host alpha { uplink core  engine docker }
				container web on alpha { nic lan }
				service s { needs web }
				""")).isEmpty();
	}

	@Test
	void aWorkloadsNeedMayAskForANetworkToo() {
		var path = """
				network lan  network wan
				switch core { carries %s }
				host alpha { uplink core  engine docker }
				container web on alpha { needs db via lan }
				container db on alpha { nic lan }
				service s { needs web }
				""";

		assertThat(downAnyway(path.formatted("lan"))).isEmpty();
		assertThat(downAnyway(path.formatted("wan"))).containsExactly("s");
		assertThat(errors(path.formatted("wan"))).containsExactly("VCD701 web db");
	}

	@Test
	void aPodWithoutNicAnswersOnTheNetworksOfWhatItStandsOn() {
		var pod = """
				network lan  network wan
				host alpha { hypervisor kvm }
				vm worker on alpha { engine containerd  nic %s }
				pod shop on worker { container app }
				service s { needs shop via lan }
				""";

		assertThat(downAnyway(pod.formatted("lan"))).isEmpty();
		assertThat(downAnyway(pod.formatted("wan"))).containsExactly("s");
	}

	@Test
	void aContainerWithoutNicAnswersThereIfItPublishesAPort() {
		var container = """
				network lan
				host alpha { hypervisor kvm }
				vm worker on alpha { engine docker  nic lan }
				container web on worker { %s }
				service s { needs web via lan }
				""";

		assertThat(downAnyway(container.formatted("publish 8443 -> 443"))).isEmpty();
		assertThat(downAnyway(container.formatted(""))).containsExactly("s");
	}

	@Test
	void aPhysicalServerIsOnEveryNetworkThatItsSwitchesCarry() {
		var host = """
				network lan  network wan
				switch core { carries %s }
				host alpha { uplink core  engine docker }
				container web on alpha { publish 8443 -> 443 }
				service s { needs web via lan }
				""";

		assertThat(downAnyway(host.formatted("lan"))).isEmpty();
		assertThat(downAnyway(host.formatted("wan"))).containsExactly("s");
	}

	@Test
	void theSecondExampleReachesAllItNeeds() {
		var sources = SourceSet.parse(List.of(source("examples/dc1/standards.vcd"), source("examples/dc1/dc1.vcd")));

		assertThat(pipeline().check(sources).getFirst().findings()).extracting(Finding::ruleId).contains("VCD301")
				.doesNotContain("VCD701");
	}

	private static List<String> errors(String text) {
		return Resolved.check(text).findings().stream().filter(finding -> finding.ruleId().equals("VCD701"))
				.map(finding -> finding.ruleId() + " " + String.join(" ", finding.subjects())).toList();
	}
}
