package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Service.Need;

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
