package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.meaning.Falls.takingDown;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.errors;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.topology.Recovery;

/** The sentences under "Recovery": what comes back by itself is told, and counted as down all the same. */
class RecoveryTest {

	@Test
	void whatIsLostIsCountedAsDownWhoeverBringsItBack() {
		assertThat(takingDown("""
				host alpha { hypervisor kvm }  host beta { hypervisor kvm }
				cluster k8s kubernetes 1.32 {
				  vm wk[1] on alpha { engine containerd }
				  vm wk[2] on beta { engine containerd }
				}
				pod shop on k8s.wk[1] { container app  recover auto }
				service s { needs shop }
				""")).contains("HARDWARE alpha", "KERNEL k8s.wk[1]").doesNotContain("HARDWARE beta");
	}

	@Test
	void recoverAutoIsKeptAndSurvivalDoesNotCountOnIt() {
		var recovering = """
				host alpha { hypervisor kvm }  host beta { hypervisor kvm }
				vm db on alpha { %s }
				service s { needs db  survive loss of 1 host }
				""";

		assertThat(resolve(recovering.formatted("recover auto")).workloads().get("db").duties().recovery()).contains(Recovery.AUTO);
		assertThat(errors(recovering.formatted("recover auto"))).isEqualTo(errors(recovering.formatted("recover manual")))
				.anyMatch(error -> error.startsWith("VCD304"));
	}

	@Test
	void dockerAndLxcWithoutAClusterNeverRecoverElsewhere() {
		var alone = """
				host alpha { engine docker  engine lxc }  host beta { engine docker  engine lxc }
				%s web on alpha { recover auto }
				service s { needs web }
				""";

		assertThat(takingDown(alone.formatted("container"))).contains("HARDWARE alpha");
		assertThat(takingDown(alone.formatted("lxc"))).contains("HARDWARE alpha");
		assertThat(notRecovering(alone.formatted("lxc"))).containsExactly(
				"'web' does not come back when 'alpha' is lost, although it says 'recover auto': no orchestrator of a cluster runs it.");
	}

	@Test
	void itRestartsElsewhereWhereAManagerDiskAndPlaceAreThere() {
		assertThat(notRecovering(metal("managed by boss", "") + "vm db on metal { boot 40 GiB on data  recover auto }")).isEmpty();
	}

	@Test
	void onlyAManagerRestartsIt() {
		assertThat(notRecovering(metal("", "") + "vm db on metal { boot 40 GiB on data  recover auto }")).singleElement().asString()
				.endsWith("nobody manages the hypervisor of 'metal[1]' ('managed by'), nor does the orchestrator of a cluster.");
	}

	@Test
	void theManagerIsItselfUpAfterTheLoss() {
		assertThat(notRecovering("""
				host metal[1..2] { hypervisor kvm { managed by boss } }  host store[1..3]
				volume data { size 1 TiB  shared  replication 3  on store }
				vm boss on metal[1]
				vm db on metal[1], metal[2] { boot 40 GiB on data  recover auto }
				rules { must together boss, db by host }
				""")).singleElement().asString().endsWith("of what manages 'metal[1]', nothing is up.");
	}

	@Test
	void itRestartsOnWhatTheSameManagerManages() {
		assertThat(notRecovering("""
				host one { hypervisor kvm { managed by boss } }  host two { hypervisor kvm { managed by aide } }  host desk { hypervisor kvm }
				host store[1..3]  volume data { size 1 TiB  shared  replication 3  on store }
				vm boss on desk  vm aide on desk
				vm db on one, two { boot 40 GiB on data  recover auto }
				""")).singleElement().asString().endsWith("'two' is not managed by what would start it.");
	}

	@Test
	void allItsDisksAreShared() {
		assertThat(notRecovering(metal("managed by boss", "") + "vm db on metal { boot 40 GiB on data  disk 10 GiB  recover auto }"))
				.singleElement().asString().endsWith("a disk of it is on the storage of 'metal[1]'.");
		assertThat(notRecovering(metal("managed by boss", "") + """
				volume own { size 20 GiB  on metal[1] }
				vm db on metal { boot 40 GiB on data  disk own  recover auto }
				""")).singleElement().asString().endsWith("volume 'own' lives and dies with 'metal[1]'.");
		assertThat(notRecovering("""
				host metal[1..3] { hypervisor kvm { managed by boss } }  host desk { hypervisor kvm }  vm boss on desk
				volume data { size 1 TiB  shared  replication 2  quorum 2  on metal[1], metal[2] }
				vm db on metal { boot 40 GiB on data  recover auto }
				""")).singleElement().asString().endsWith("volume 'data' does not serve any more.");
	}

	@Test
	void bootOnTheHostsOwnStorageIsNotRestartableElsewhere() {
		assertThat(notRecovering(metal("managed by boss", "") + "vm db on metal { boot 40 GiB  recover auto }")).singleElement().asString()
				.endsWith("its boot disk is on the storage of 'metal[1]'.");
	}

	@Test
	void whatNobodyStatedIsUnknown() {
		assertThat(notRecovering(metal("managed by boss", "") + "vm db on metal { recover auto }")).singleElement().asString()
				.isEqualTo("Whether 'db' comes back when 'metal[1]' is lost is not known: nobody stated where its boot disk is ('boot 40 GiB on' a shared volume).");
		assertThat(notRecovering(metal("managed by boss", "") + "volume far { size 1 TiB  shared }  vm db on metal { boot 40 GiB on far  recover auto }"))
				.singleElement().asString().endsWith("nobody stated where volume 'far' stands.");
	}

	@Test
	void itRestartsOnlyOnWhatItMayStandOn() {
		assertThat(notRecovering(metal("managed by boss", "") + "vm db on metal[1] { boot 40 GiB on data  recover auto }")).singleElement().asString()
				.endsWith("it may stand on 'metal[1]' only (name more behind 'on').");
	}

	@Test
	void itFitsThereUnderEveryCapacity() {
		assertThat(notRecovering(metal("managed by boss", "memory 10 GiB") + """
				vm db on metal { memory 6 GiB  boot 40 GiB on data  recover auto }
				vm old[1..2] on metal[2], metal[3] { memory 6 GiB }
				""")).singleElement().asString().endsWith("no place that it may have keeps enough memory for all.");
	}

	@Test
	void itFitsThereUnderEveryRule() {
		assertThat(notRecovering(metal("managed by boss", "") + """
				vm db[1..3] on metal { boot 40 GiB on data  recover auto }
				rules { must apart db by host }
				""")).singleElement().asString().contains("no place that it may have keeps 'must apart db by host'.")
				.endsWith("with 3 of the 3 members of 'db' when they lose their host.");
	}

	@Test
	void allThatRecoversWithItIsPlacedTogether() {
		assertThat(notRecovering(metal("managed by boss", "memory 10 GiB") + """
				vm a on metal[1], metal[2] { memory 4 GiB  boot 4 GiB on data  recover auto }
				vm b on metal[1], metal[2] { memory 4 GiB  boot 4 GiB on data  recover auto }
				vm old on metal[2] { memory 6 GiB }
				""")).hasSize(2).containsOnly("Not all of 'a', 'b' come back when 'metal[1]' is lost, although they say 'recover auto': "
						+ "no placement keeps enough memory for all.");
	}

	@Test
	void whatStandsOnAMachineThatComesBackComesBackWithIt() {
		var nested = metal("managed by boss", "") + """
				vm inner on metal { boot 40 GiB on data  recover %s  engine docker }
				container web on inner { recover auto }
				""";

		assertThat(notRecovering(nested.formatted("auto"))).isEmpty();
		assertThat(notRecovering(nested.formatted("manual"))).singleElement().asString().endsWith("no orchestrator of a cluster runs it.");
	}

	@Test
	void aPodRestartsWhileTheControlPlaneKeepsItsMajority() {
		var pods = """
				host metal[1..5] { hypervisor kvm }
				cluster k8s kubernetes 1.32 {
				  vm cp[1..3] on %s { role control }
				  vm wk[1] on metal[1] { engine containerd }
				  vm wk[2] on metal[2] { engine containerd }
				  pod shop on wk { container app  recover auto }
				}
				""";

		assertThat(notRecovering(pods.formatted("metal[3], metal[4], metal[5]"))).isEmpty();
		assertThat(notRecovering(pods.formatted("metal[1]"))).singleElement().asString()
				.endsWith("of the control plane of 'k8s', 0 of 3 are up, and it needs 2.");
	}

	@Test
	void bothAreReportedDownAtOnceAndDownAfterRecovery() {
		assertThat(errors(metal("managed by boss", "") + """
				vm db on metal { boot 40 GiB on data  recover auto }
				service shop { needs db  survive loss of 1 host }
				""")).containsExactly("VCD304 'shop' does not survive the loss of 1 host: it is down without 'metal[1]'. "
						+ "That is at once: after recovery it is up again without 'metal[1]'.");
	}

	@Test
	void whatMayOrMayNotComeBackTakesAPlaceToo() {
		assertThat(notRecovering(metal("managed by boss", "memory 10 GiB") + """
				volume far { size 1 TiB  shared }
				vm db on metal[1], metal[2] { memory 4 GiB  boot 40 GiB on data  recover auto }
				vm web on metal[1], metal[2] { memory 4 GiB  boot 40 GiB on far  recover auto }
				vm old on metal[2] { memory 6 GiB }
				""")).containsExactly("Whether 'db' comes back when 'metal[1]' is lost is not known: that depends on what else comes back.",
						"Whether 'web' comes back when 'metal[1]' is lost is not known: nobody stated where volume 'far' stands.");
	}

	@Test
	void recoveryIsNeverMixedIntoCutSets() {
		var shop = metal("managed by boss", "") + "vm db on metal { boot 40 GiB on data  recover %s }  service s { needs db }";

		assertThat(takingDown(shop.formatted("auto"))).isEqualTo(takingDown(shop.formatted("manual"))).contains("HARDWARE metal[1]");
	}

	@Test
	void bothAreReportedForARackToo() {
		assertThat(errors("""
				host store[1..3]  host desk { hypervisor kvm }
				volume data { size 1 TiB  shared  replication 3  on store }
				vm boss on desk
				site s {
				  rack r1 { host one { hypervisor kvm { managed by boss } } }
				  rack r2 { host two { hypervisor kvm { managed by boss } } }
				}
				vm db on one, two { boot 40 GiB on data  recover auto }
				service shop { needs db  survive loss of 1 rack }
				""")).containsExactly("VCD304 'shop' does not survive the loss of 1 rack: it is down without 'r1'. "
						+ "That is at once: after recovery it is up again without 'r1'.");
	}

	/** Three hosts that carry machines, what they store things on, and who manages them. */
	private static String metal(String managed, String more) {
		return """
				host metal[1..3] { hypervisor kvm { %s }  %s }
				host store[1..3]  host desk { hypervisor kvm }
				volume data { size 1 TiB  shared  replication 3  on store }
				vm boss on desk
				""".formatted(managed, more);
	}

	/** What VCD311 says. */
	private static List<String> notRecovering(String text) {
		return check(text).findings().stream().filter(finding -> finding.ruleId().equals("VCD311")).map(Finding::message).toList();
	}

	@Test
	void theOverloadOfTheFeedThatIsLeftIsASum() {
		assertThat(check("""
				feed A { capacity 3 kW }  feed B { capacity 2 kW }
				host m[1..3] { power 800 W  fed by A, B }
				rules { must forbid vm on m }
				""").findings()).filteredOn(finding -> finding.ruleId().equals("VCD404")).extracting(Finding::message).singleElement().asString()
				.startsWith("'B' carries 2 kW, but 2400 W may fall on it when other feeds are lost: m 3 x 800 W.");
	}
}
