package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vcdsl.meaning.Falls.takingDown;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.FailureEvent;
import org.vcdsl.analysis.isolation.AttackPath;
import org.vcdsl.analysis.isolation.CompromiseModel;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Element;

/** The sentences under "Compromise". */
class CompromiseTest {

	private static final String DATACENTRE = """
			host alpha { os Debian 12  hypervisor kvm  engine docker  engine lxc }
			host beta { os Debian 12  hypervisor kvm { managed by boss }  engine docker }
			vm outer on alpha { guest Debian 12  hypervisor kvm  engine docker }
			vm inner on outer
			microvm fn on alpha
			container web on alpha
			container deep on outer
			container sealed on alpha { isolation kata }
			lxc mail on alpha
			container boss on beta { role management }
			vm db on beta
			""";

	@Test
	void outwardsTheVmBoundaryStopsACompromise() {
		assertThat(reachedFrom("inner")).containsExactly("inner");
		assertThat(reachedFrom("outer")).containsExactlyInAnyOrder("outer", "inner", "deep");
		assertThat(reachedFrom("fn")).containsExactly("fn");
		assertThat(reachedFrom("sealed")).containsExactly("sealed");
	}

	@Test
	void aCompromisedHostKernelReachesEveryVmMicrovmAndContainerAboveIt() {
		var topology = resolve(DATACENTRE);

		assertThat(new CompromiseModel(topology).blastRadius(List.of(topology.hosts().get("alpha"))).workloads()).extracting(Element::name)
				.containsExactlyInAnyOrder("outer", "inner", "deep", "fn", "web", "sealed", "mail");
	}

	@Test
	void aContainerThatBreaksOutReachesItsKernelAndWhatThatDoes() {
		assertThat(reachedFrom("web")).containsExactlyInAnyOrder("alpha", "outer", "inner", "deep", "fn", "web", "sealed", "mail");
		assertThat(reachedFrom("deep")).containsExactlyInAnyOrder("outer", "inner", "deep");
	}

	@Test
	void aManagerReachesWhatItManages() {
		var managed = """
				host alpha { hypervisor kvm }  host beta { hypervisor kvm { managed by boss } }
				vm boss on alpha  vm db on beta
				""";
		assertThat(reachedFrom("boss", managed)).containsExactlyInAnyOrder("boss", "beta", "db");
	}

	@Test
	void aMemberOfAKubernetesControlPlaneReachesItsCluster() {
		var cluster = """
				host alpha { hypervisor kvm }  host metal { engine containerd }
				cluster k %s {
				  members metal
				  vm cp on alpha { role control  guest Debian 12  engine containerd }
				  vm wk on alpha { guest Debian 12  engine containerd }
				}
				""";
		assertThat(reachedFrom("k.cp", cluster.formatted("kubernetes 1.32"))).containsExactlyInAnyOrder("k.cp", "k.wk", "metal");
		assertThat(reachedFrom("k.wk", cluster.formatted("kubernetes 1.32"))).containsExactly("k.wk");
		assertThat(reachedFrom("k.cp", cluster.formatted(""))).containsExactly("k.cp");
	}

	@Test
	void itHasATreeOfItsOwn() {
		var topology = resolve(DATACENTRE);
		var model = new CompromiseModel(topology);
		var tree = model.attackTree(List.of(topology.workloads().get("inner")));

		assertThat(tree.paths().keySet()).containsExactly("inner", "outer", "alpha");
		assertThat(model.path(topology.workloads().get("web"), tree).orElseThrow().steps())
				.extracting(AttackPath.Step::kind, AttackPath.Step::to).containsExactly(tuple(AttackPath.Kind.BREAKS_OUT, "alpha"),
						tuple(AttackPath.Kind.CARRIES, "outer"), tuple(AttackPath.Kind.CARRIES, "inner"));
		assertThat(model.path(topology.workloads().get("fn"), tree)).isEmpty();
	}

	@Test
	void itHasRulesOfItsOwn() {
		assertThat(check("""
				host alpha { engine docker  hypervisor kvm }  host beta { hypervisor kvm { managed by boss } }
				container boss on alpha
				container agent on alpha { privileged }
				vm db on alpha
				rules { must apart agent, db by kernel }
				""").findings()).extracting(Finding::ruleId).contains("VCD501", "VCD502", "VCD503");
	}

	@Test
	void containersInTwoMachinesOfOneHostAreApartByKernelAndOutOfReach() {
		var apart = """
				host h { hypervisor kvm }
				vm w[1..2] on h { guest Debian 12  engine docker }
				container web on w  container db on w
				rules { must apart web, db by kernel }
				""";
		var topology = resolve(apart);

		assertThat(List.of(topology.standsOn(topology.workloads().get("web")), topology.standsOn(topology.workloads().get("db"))))
				.containsExactlyInAnyOrder("w[1]", "w[2]");
		assertThat(check(apart).findings()).extracting(Finding::ruleId).doesNotContain("VCD503", "VCD601", "VCD605");
	}

	@Test
	void whatIsNotStatedIsUnknownAndAnInfo() {
		assertThat(check("""
				host alpha { engine docker  hypervisor kvm }  host beta { hypervisor kvm { managed by boss } }
				vm boss on alpha
				container odd on alpha { runtime kata }
				container root on alpha { isolation kata  privileged }
				rules { must apart odd, boss by kernel }
				""").findings()).filteredOn(finding -> finding.ruleId().startsWith("VCD5"))
				.hasSize(3).allMatch(finding -> finding.severity() == Severity.INFO && finding.message().contains("is unknown"));
	}

	@Test
	void itNeverEntersAvailability() {
		var hosting = """
				host alpha { engine docker }
				container web on alpha { %s }
				container agent on alpha { %s }
				service s { needs web }
				""";

		assertThat(takingDown(hosting.formatted("isolation gvisor", "privileged"))).isEqualTo(takingDown(hosting.formatted("", "")));
		assertThat(FailureEvent.Kind.values()).extracting(Enum::name).containsExactlyInAnyOrder("LOCATION", "FEED", "SWITCH", "HARDWARE",
				"KERNEL", "HYPERVISOR", "ENGINE", "VOLUME");
	}

	private static List<String> reachedFrom(String workload) {
		return reachedFrom(workload, DATACENTRE);
	}

	private static List<String> reachedFrom(String workload, String text) {
		var topology = resolve(text);
		var radius = new CompromiseModel(topology).blastRadius(topology.workloads().get(workload));
		return Stream.concat(radius.kernels().stream(), radius.workloads().stream()).map(Element::name).distinct().toList();
	}
}
