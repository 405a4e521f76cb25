package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.meaning.Falls.downAnyway;
import static org.vcdsl.meaning.Falls.takingDown;

import org.junit.jupiter.api.Test;

/** When something is up. */
class UpTest {

	@Test
	void aHostNeedsItsHardwareAndKernel() {
		assertThat(takingDown("""
				host alpha { engine docker }
				container web on alpha
				service s { needs web }
				""")).containsExactlyInAnyOrder("HARDWARE alpha", "KERNEL alpha", "ENGINE alpha docker");
	}

	@Test
	void aHostNeedsOneOfItsFeeds() {
		var feeds = """
				site quay { feed a  feed b  host alpha { fed by %s  engine docker } }
				container web on alpha
				service s { needs web }
				""";

		assertThat(takingDown(feeds.formatted("a"))).contains("FEED a");
		assertThat(takingDown(feeds.formatted("a, b"))).doesNotContain("FEED a", "FEED b");
	}

	@Test
	void aHostMayNeedTwoOfThreeFeeds() {
		var feeds = """
				site quay { pdu a  ups b  feed c  feed up { }  pdu d { fed by up }  pdu e { fed by up }
				  host alpha { fed by 2 of %s  engine docker } }
				container web on alpha
				service s { needs web }
				""";

		assertThat(takingDown(feeds.formatted("a, b, c"))).doesNotContain("FEED a", "FEED b", "FEED c");
		assertThat(takingDown(feeds.formatted("a, d, e"))).contains("FEED up").doesNotContain("FEED a", "FEED d");
		assertThat(takingDown(feeds.formatted("a, b"))).contains("FEED a", "FEED b");
	}

	@Test
	void aHostNeedsItsRackRoomAndSite() {
		assertThat(takingDown("""
				site quay { room cellar { rack r1 { host alpha { engine docker } }  rack r2 { host beta } } }
				container web on alpha
				service s { needs web }
				""")).contains("LOCATION quay", "LOCATION cellar", "LOCATION r1").doesNotContain("LOCATION r2");
	}

	@Test
	void containmentTakesSwitchesAndFeedsWithIt() {
		assertThat(takingDown("""
				site quay {
				  rack power { feed mains }
				  rack core { switch sw1 }
				  rack r1 { host alpha { fed by mains  uplink sw1  engine docker } } }
				container web on alpha
				service s { needs web }
				""")).contains("LOCATION power", "FEED mains", "LOCATION core", "SWITCH sw1", "LOCATION r1");
	}

	@Test
	void aVmNeedsItsHostTheHypervisorItsOwnKernelAndEveryVolumeItMounts() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume orders[1..2] { on beta }
				volume fast { on beta }
				vm db on beta { boot 10 GiB on fast  disk orders[2] }
				service s { needs db }
				""")).containsExactlyInAnyOrder("HARDWARE beta", "KERNEL beta", "HYPERVISOR beta", "KERNEL db", "VOLUME orders[2]",
				"VOLUME fast");
	}

	@Test
	void aMicrovmNeedsItsHostTheHypervisorItsOwnKernelAndEveryVolumeItMounts() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				volume orders { on beta }
				microvm fn on beta { guest Debian 12  disk 1 GiB on orders }
				service s { needs fn }
				""")).containsExactlyInAnyOrder("HARDWARE beta", "KERNEL beta", "HYPERVISOR beta", "KERNEL fn", "VOLUME orders");
	}

	@Test
	void aVmInAVmNeedsTheHypervisorInThere() {
		assertThat(takingDown("""
				host beta { hypervisor kvm }
				vm outer on beta { hypervisor kvm }
				vm inner on outer
				service s { needs inner }
				""")).containsExactlyInAnyOrder("HARDWARE beta", "KERNEL beta", "HYPERVISOR beta", "KERNEL outer", "HYPERVISOR outer",
				"KERNEL inner");
	}

	@Test
	void aContainerNeedsItsEngineThatEnginesKernelAndItsVolumes() {
		assertThat(takingDown("""
				host alpha { hypervisor kvm  engine lxc  engine docker }
				volume uploads { on alpha }
				vm worker on alpha { engine podman }
				container web on alpha { disk uploads }
				service s { needs web }
				""")).containsExactlyInAnyOrder("HARDWARE alpha", "KERNEL alpha", "ENGINE alpha docker", "VOLUME uploads");
	}

	@Test
	void anLxcNeedsItsEngineThatEnginesKernelAndItsVolumes() {
		assertThat(takingDown("""
				host alpha { engine docker  engine lxc }
				volume spool { on alpha }
				lxc mail on alpha { disk spool }
				service s { needs mail }
				""")).containsExactlyInAnyOrder("HARDWARE alpha", "KERNEL alpha", "ENGINE alpha lxc", "VOLUME spool");
	}

	@Test
	void aContainerThatNamesItsEngineNeedsThatOne() {
		assertThat(takingDown("""
				host alpha { engine docker  engine podman }
				container web on alpha { engine podman }
				service s { needs web }
				""")).contains("ENGINE alpha podman").doesNotContain("ENGINE alpha docker");
	}

	@Test
	void kataAndHypervIsolationBringAKernelThatCrashesToo() {
		var isolated = """
				host alpha { hypervisor kvm  engine containerd }
				%s web on alpha { isolation %s %s }
				service s { needs web }
				""";

		assertThat(takingDown(isolated.formatted("container", "kata", ""))).containsExactlyInAnyOrder("HARDWARE alpha", "KERNEL alpha",
				"HYPERVISOR alpha", "ENGINE alpha containerd", "KERNEL web");
		assertThat(takingDown(isolated.formatted("pod", "hyperv", "container app"))).contains("KERNEL web");
		assertThat(takingDown(isolated.formatted("container", "gvisor", ""))).doesNotContain("KERNEL web", "HYPERVISOR alpha");
	}

	@Test
	void aPodNeedsAllItsContainers() {
		var hosts = """
				host alpha { engine containerd  hypervisor kvm }
				vm worker on alpha { engine containerd }
				""";

		assertThat(takingDown(hosts + """
				pod shop on worker { container app  container proxy }
				service s { needs shop }
				""")).isEqualTo(takingDown(hosts + """
				container app on worker
				container proxy on worker
				service s { needs app  needs proxy }
				""")).contains("KERNEL worker", "ENGINE worker containerd");
	}

	@Test
	void aServiceNeedsItsNeeds() {
		assertThat(takingDown("""
				host alpha { engine docker }  host beta { engine docker }
				container web on alpha  container db on beta
				service s { needs web  needs db }
				""")).contains("HARDWARE alpha", "HARDWARE beta");
	}

	@Test
	void aWorkloadMayHaveNeedsToo() {
		assertThat(takingDown("""
				host alpha { engine docker }  host beta { engine docker }
				container web on alpha { needs db }
				container db on beta
				service s { needs web }
				""")).contains("HARDWARE alpha", "HARDWARE beta");
	}

	@Test
	void workloadsThatNeedEachOtherAreUpUntilOneFails() {
		var circle = """
				host alpha { engine docker }  host beta { engine docker }
				container web on alpha { needs db }
				container db on beta { needs web }
				service s { needs web }
				""";

		assertThat(downAnyway(circle)).isEmpty();
		assertThat(takingDown(circle)).contains("HARDWARE alpha", "HARDWARE beta");
	}

	@Test
	void aQuorumOfItselfIsUpUntilItIsLost() {
		var quorum = """
				host h[1..3] { hypervisor kvm }
				vm etcd[1..3] on h { needs %1$s of etcd }
				rules { must spread etcd across host }
				service s { needs %1$s of etcd }
				""";

		assertThat(takingDown(quorum.formatted(2))).isEmpty();
		assertThat(takingDown(quorum.formatted(3))).contains("KERNEL etcd[1]", "KERNEL etcd[2]", "KERNEL etcd[3]");
	}

	@Test
	void switchesThatOnlyUplinkToEachOtherAreDead() {
		assertThat(downAnyway("""
				switch left { uplink right }  switch right { uplink left }
				host alpha { uplink left, right  engine docker }
				container web on alpha
				service s { needs web }
				""")).containsExactly("s");
	}

	@Test
	void aStoppedControlPlaneStopsRecoveryOfPodsNotPods() {
		var cluster = """
				host alpha { hypervisor kvm }  host beta { hypervisor kvm }
				cluster k8s kubernetes 1.32 {
				  vm cp on alpha { role control  engine containerd }
				  vm wk on beta { engine containerd }
				  pod shop { container app }
				}
				service s { needs k8s.shop }
				""";

		assertThat(takingDown(cluster)).contains("HARDWARE beta", "KERNEL k8s.wk").doesNotContain("HARDWARE alpha", "KERNEL k8s.cp");
	}

	@Test
	void aStoppedManagerOfAHypervisorStopsNoVm() {
		assertThat(takingDown("""
				host alpha { hypervisor hyperv 2022 { managed by scvmm } }  host beta { hypervisor kvm }
				vm scvmm on beta { role management }
				vm db on alpha
				service s { needs db }
				""")).contains("HARDWARE alpha").doesNotContain("KERNEL scvmm", "HARDWARE beta");
	}

	@Test
	void anyOneOfTwoFeedsSuffices() {
		assertThat(takingDown("""
				site quay { feed a  feed b  host alpha { fed by a, b  engine docker } }
				container web on alpha
				service s { needs web }
				""")).doesNotContain("FEED a", "FEED b");
	}

	@Test
	void anyOneOfTwoUplinksSuffices() {
		assertThat(takingDown("""
				switch t[1..2]
				host alpha { uplink t  engine docker }
				container web on alpha
				service s { needs web }
				""")).doesNotContain("SWITCH t[1]", "SWITCH t[2]");
	}

	@Test
	void twoFeedsWithOneUpstreamAreOneRisk() {
		assertThat(takingDown("""
				site quay { feed grid  pdu a { fed by grid }  pdu b { fed by grid }
				  host alpha { fed by a, b  engine docker } }
				container web on alpha
				service s { needs web }
				""")).contains("FEED grid").doesNotContain("FEED a", "FEED b");
	}
}
