package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Need;

/** Systems whose single points of failure are known. */
class SinglePointsOfFailureTest {

	@Test
	void whatAWorkloadStandsOnTakesItDownAndItsNeighbourDoesNot() {
		assertThat(singlePoints("""
				site s { feed A  feed B
				  host h1 { fed by A  engine docker }
				  host h2 { fed by B  engine docker } }
				container a on h1  container b on h2
				service any { needs a }
				""")).containsExactlyInAnyOrder("LOCATION s", "FEED A", "HARDWARE h1", "KERNEL h1", "ENGINE h1");
	}

	@Test
	void twoFeedsWithOneUpstreamAreOneRisk() {
		assertThat(singlePoints("""
				site s { feed grid  feed A { fed by grid }  feed B { fed by grid }
				  host h { fed by A, B  engine docker } }
				container c on h
				service shop { needs c }
				""")).contains("FEED grid").doesNotContain("FEED A", "FEED B");
	}

	@Test
	void aHostThatNeedsTwoOfThreeFeedsOutlivesAnyOneOfThem() {
		assertThat(singlePoints("""
				site s { feed A  feed B  feed C  host h { fed by 2 of A, B, C  engine docker } }
				container c on h
				service shop { needs c }
				""")).noneMatch(event -> event.startsWith("FEED"));
	}

	@Test
	void aHostThatNeedsAllItsFeedsFailsWithEach() {
		assertThat(singlePoints("""
				site s { feed A  feed B  host h { fed by 2 of A, B  engine docker } }
				container c on h
				service shop { needs c }
				""")).contains("FEED A", "FEED B");
	}

	@Test
	void aRingOfSwitchesIsLostWithItsOnlyWayOut() {
		assertThat(singlePoints("""
				site s { switch edge1 { edge }
				  switch left { uplink edge1, right }  switch right { uplink left }
				  host h { uplink left, right  engine docker } }
				container c on h
				service shop { needs c }
				""")).contains("SWITCH edge1", "SWITCH left").doesNotContain("SWITCH right");
	}

	@Test
	void aBridgeOfSwitchesHasNoSinglePoint() {
		assertThat(singlePoints("""
				site s { switch e1  switch e2
				  switch t1 { uplink e1, e2 }  switch t2 { uplink e2, e1 }
				  host h { uplink t1, t2  engine docker } }
				container c on h
				service shop { needs c }
				""")).noneMatch(event -> event.startsWith("SWITCH"));
	}

	@Test
	void aVirtualMachineNeedsItsVolumesItsHypervisorAndItsOwnKernel() {
		assertThat(singlePoints("""
				site s { host h { hypervisor kvm } }
				volume data { on h }
				vm db on h { disk data }
				service shop { needs db }
				""")).containsExactlyInAnyOrder("LOCATION s", "HARDWARE h", "KERNEL h", "HYPERVISOR h", "KERNEL db", "VOLUME data");
	}

	@Test
	void aBridgeBetweenTwoWaysOutCarriesWhatLostItsOwn() {
		var ways = """
				site s { switch out1  switch out2
				  switch left { uplink %s }  switch right { uplink out2 }
				  host h { uplink left  engine docker } }
				container c on h
				service shop { needs c }
				""";

		assertThat(singlePoints(ways.formatted("out1"))).contains("SWITCH left", "SWITCH out1");
		assertThat(singlePoints(ways.formatted("out1, right"))).contains("SWITCH left").doesNotContain("SWITCH out1",
				"SWITCH right", "SWITCH out2");
	}

	@Test
	void anUplinkLeadsOneWay() {
		assertThat(singlePoints("""
				site s {
				  switch a { uplink b }  switch b { uplink c }  switch c { uplink a  edge }
				  host h { uplink a  engine docker } }
				container c1 on h
				service shop { needs c1 }
				""")).contains("SWITCH a", "SWITCH b", "SWITCH c");
	}

	@Test
	void switchesThatReachTheEdgeOnlyThroughEachOtherReachNobody() {
		assertThat(SinglePointsOfFailure.of(resolve("""
				site s { switch a { uplink b }  switch b { uplink a }
				  host h { uplink a, b  engine docker } }
				container c on h
				service shop { needs c }
				""")).unreachable()).extracting(Need::target).containsExactly("c");
	}

	@Test
	void machinesInTwoRacksStillShareTheSwitchBetweenThem() {
		assertThat(singlePoints("""
				site s { switch sw
				  rack r1 { host h1 { uplink sw  hypervisor kvm } }
				  rack r2 { host h2 { uplink sw  hypervisor kvm } } }
				vm db1 on h1  vm db2 on h2
				service first { needs db1 }
				""")).contains("SWITCH sw", "LOCATION r1").doesNotContain("LOCATION r2");
	}

	@Test
	void aFeedIsLostWithTheRackItStandsIn() {
		assertThat(singlePoints("""
				site s { rack power { feed A }
				  rack r1 { host h { fed by A  engine docker } } }
				container c on h
				service shop { needs c }
				""")).contains("LOCATION power", "FEED A", "LOCATION r1");
	}

	@Test
	void replicasOnOneKernelFallTogetherHoweverManyAreNeeded() {
		var replicas = """
				site s { host h { engine docker  hypervisor kvm } }
				container web on h replicas 3
				service shop { needs %s of web }
				""";

		assertThat(singlePoints(replicas.formatted(1)))
				.containsExactlyInAnyOrder("LOCATION s", "HARDWARE h", "KERNEL h", "ENGINE h")
				.isEqualTo(singlePoints(replicas.formatted(3)));
	}

	@Test
	void aContainerInAVirtualMachineFallsWithEveryLayerBelowItButNotTheHostsEngine() {
		assertThat(singlePoints("""
				site s { host h { hypervisor kvm  engine docker } }
				vm inner on h { engine docker }
				container c on inner
				service shop { needs c }
				""")).containsExactlyInAnyOrder("LOCATION s", "HARDWARE h", "KERNEL h", "HYPERVISOR h", "KERNEL inner",
				"ENGINE inner");
	}

	@Test
	void aNeedThatIsNeverMetIsUnreachableAndHasNoSinglePoint() {
		var topology = resolve("""
				site s { host h { engine docker } }
				network lan
				container c on h
				service shop { needs c via lan }
				""");

		assertThat(SinglePointsOfFailure.of(topology).unreachable()).extracting(Need::target).containsExactly("c");
		assertThat(SinglePointsOfFailure.of(topology).services()).isEmpty();
	}

	@Test
	void aroundEverythingAreThePlacesThatHoldAllHosts() {
		assertThat(SinglePointsOfFailure.aroundEverything(resolve("""
				site s { room a { rack r1 { host h1 }  rack r2 { host h2 } } }
				"""))).extracting(Location::name).containsExactly("s", "a");
	}

	/** The events that take the one service down, each as kind and element. */
	private static Set<String> singlePoints(String text) {
		return SinglePointsOfFailure.of(resolve(text)).services().keySet().stream()
				.map(event -> event.kind() + " " + event.element()).collect(toSet());
	}
}
