package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.meaning.Falls.takingDown;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.resolve.Resolved;

/** When a volume serves. */
class VolumesTest {

	private static final String SHARED = """
			host store[1..4]  host beta { hypervisor kvm }
			volume ceph { shared  replication %s  on %s }
			vm db on beta { disk ceph }
			service s { needs db }
			""";

	@Test
	void onBetaLivesAndDiesWithBeta() {
		assertThat(takingDown("""
				host alpha { hypervisor kvm }  host beta
				volume orders { on beta }
				vm db on alpha { disk orders }
				service s { needs db }
				""")).contains("VOLUME orders", "HARDWARE beta", "KERNEL beta");
	}

	@Test
	void sharedReplicationServesWhileEnoughReplicasStandOnHostsThatAreUp() {
		assertThat(takingDown(SHARED.formatted(3, "store[1..3]"))).doesNotContain("HARDWARE store[1]", "VOLUME ceph");
		assertThat(takingDown(SHARED.formatted("3  quorum 3", "store[1..3]"))).contains("HARDWARE store[1]", "HARDWARE store[2]",
				"HARDWARE store[3]").doesNotContain("HARDWARE store[4]", "VOLUME ceph");
	}

	@Test
	void theQuorumIsByDefaultAllLessHalfRoundedDown() {
		assertThat(takingDown(SHARED.formatted(2, "store[1..2]"))).doesNotContain("HARDWARE store[1]");
		assertThat(takingDown(SHARED.formatted("2  quorum 2", "store[1..2]"))).contains("HARDWARE store[1]");
		assertThat(takingDown("""
				site quay { rack r1 { host store[1..2] }  rack r2 { host store[3..4] }  host beta { hypervisor kvm } }
				volume ceph { shared  replication 4  on store }
				vm db on beta { disk ceph }
				service s { needs db }
				""")).doesNotContain("LOCATION r1", "LOCATION r2");
	}

	@Test
	void moreHostsThanReplicasMayLoseAsManyReplicas() {
		assertThat(takingDown("""
				site quay { rack r1 { host store[1..2] }  rack r2 { host store[3..5] }  host beta { hypervisor kvm } }
				volume ceph { shared  replication 3  on store }
				vm db on beta { disk ceph }
				service s { needs db }
				""")).contains("LOCATION r1", "LOCATION r2").doesNotContain("HARDWARE store[1]");
	}

	@Test
	void sharedOnOneHostDiesWithIt() {
		assertThat(takingDown(SHARED.formatted(1, "store[2]"))).contains("HARDWARE store[2]").doesNotContain("VOLUME ceph",
				"HARDWARE store[1]");
	}

	@Test
	void withoutOnItIsOneUndevelopedEvent() {
		var unplaced = """
				host beta { hypervisor kvm }
				volume ceph { shared  replication 3 }
				vm db on beta { disk ceph }
				service s { needs db }
				""";

		assertThat(takingDown(unplaced)).contains("VOLUME ceph");
		assertThat(Resolved.check(unplaced).findings()).filteredOn(finding -> finding.subjects().contains("ceph"))
				.extracting(Finding::message).singleElement().asString()
				.contains("'ceph' is a single point of failure", "state where its replicas stand");
	}

	@Test
	void noSurvivalThatRestsOnAnUnplacedVolumeIsProven() {
		assertThat(Resolved.check("""
				site quay { rack r1 { host beta { hypervisor kvm } }  rack r2 { host gamma { hypervisor kvm } } }
				volume ceph { shared  replication 3 }
				vm web[1..2] on beta, gamma { disk 1 GiB on ceph }
				rules { must spread web across rack }
				service s { needs 1 of web  survive loss of 1 rack }
				""").findings()).filteredOn(finding -> finding.ruleId().equals("VCD304")).extracting(Finding::message).singleElement()
				.asString().contains("not proven", "State where its replicas stand");
	}

	@Test
	void diskAttachesAllOfAVolumeToOneWorkload() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume data[1..2] { on beta }
				vm db on beta { disk data }
				service s { needs db }
				""")).contains("VOLUME data[1]", "VOLUME data[2]");
	}

	@Test
	void diskWithASizeCarvesItOutOfAVolume() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume data { on beta }
				vm web[1..2] on beta { disk 80 GiB on data }
				service s { needs 1 of web }
				""")).contains("VOLUME data").doesNotContain("KERNEL web[1]");
	}

	@Test
	void bootOnAVolumeNeedsIt() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume data { on beta }
				vm db on beta { boot 40 GiB on data }
				service s { needs db }
				""")).contains("VOLUME data");
	}

	@Test
	void bootIsByDefaultOnTheHostsOwnStorage() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume data { on beta }
				vm db on beta { boot 40 GiB }
				service s { needs db }
				""")).doesNotContain("VOLUME data");
	}
}
