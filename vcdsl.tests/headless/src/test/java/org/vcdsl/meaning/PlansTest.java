package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;
import static org.vcdsl.resolve.Resolved.check;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.plan.Deployment;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;

/** The sentences under "Plans when findings exist", and what the order of a plan means. */
class PlansTest {

	private static final String HOST = "host h { os Debian 12 { kernel 6.1.0-28 }  memory 8 GiB  hypervisor kvm  engine docker }\n";

	@Test
	void onlyResolveErrorsStopAPlan() {
		assertThat(pipeline().plan(check(HOST + "container web on nowhere"))).isEmpty();
		assertThat(pipeline().plan(check(HOST + "container web on h { memory 9 GiB }"))).isPresent();
	}

	@Test
	void workloadsThatFailBecomeBlockedStepsThatCarryTheFindingsId() {
		var planned = plan("""
				image windows { platform windows/amd64 }
				container web on h { image windows }
				container cache on h
				""");

		assertThat(planned.plan().blocked()).extracting(Step::id).containsExactly("start-container/h/web");
		assertThat(planned.plan().blocked()).extracting(Step::blockedBy).containsExactly(Optional.of("VCD201"));
	}

	@Test
	void workloadsThatBreakAMustBecomeBlockedSteps() {
		var together = """
				host other { engine docker 27.3 }
				container web[1..2] on h, other
				rules { must spread web across host  %s together web by host }
				""";

		assertThat(plan(together.formatted("must")).plan().blocked()).extracting(Step::blockedBy).hasSize(2)
				.containsOnly(Optional.of("VCD601"));
		assertThat(plan(together.formatted("should")).plan().blocked()).isEmpty();
	}

	@Test
	void workloadsThatCanNeverKeepAMustBecomeBlockedSteps() {
		var apart = """
				container web[1] on h  container web[2] on h
				rules { %s apart web by host }
				""";

		assertThat(plan(apart.formatted("must")).plan().blocked()).extracting(Step::blockedBy).hasSize(2)
				.containsOnly(Optional.of("VCD605"));
		assertThat(plan(apart.formatted("should")).plan().blocked()).isEmpty();
	}

	@Test
	void whatNeedsABlockedWorkloadIsBlockedToo() {
		assertThat(plan("""
				image windows { platform windows/amd64 }
				container web on h { needs db }
				container db on h { image windows }
				""").plan().blocked()).extracting(Step::id).containsExactly("start-container/h/db", "start-container/h/web");
	}

	@Test
	void anAcceptedFindingBlocksNothing() {
		assertThat(plan("""
				image windows { platform windows/amd64 }
				@accept VCD201 "an emulator runs it"
				container web on h { image windows }
				""").plan().blocked()).isEmpty();
	}

	@Test
	void thePlaybooksFirstTaskRefusesToRunWhileAnyIsBlocked() {
		var playbook = artifact(plan("""
				image windows { platform windows/amd64 }
				container web on h { image windows }
				"""), "playbook.yaml");

		var firstTask = playbook.substring(playbook.indexOf("tasks:")).lines().skip(1).findFirst().orElseThrow();
		assertThat(firstTask.strip()).isEqualTo("- name: Refuse blocked steps");
		assertThat(playbook).contains("start-container/h/web", "VCD201");
	}

	@Test
	void whatAnArtefactNeedsAndNobodyStatedIsAnEightHundredFindingAndAPlaybookVariable() {
		var planned = plan("""
				network lan { cidr 10.0.0.0/24 }
				vm db on h { guest Debian 12  vcpu 2  memory 1 GiB  nic lan }
				""");

		assertThat(planned.findings()).filteredOn(finding -> finding.ruleId().equals("VCD801")).extracting(Finding::message)
				.anyMatch(message -> message.startsWith("Nobody stated which file Debian 12 is installed from"));
		assertThat(planned.variables()).extracting(Variable::description).anyMatch(text -> text.contains("Debian 12"));
	}

	@Test
	void theManagementVmComesFirst() {
		assertThat(ids("""
				vm db on h
				vm control on h { role management }
				""")).containsExactly("define-vm/h/control", "define-vm/h/db", "start-vm/h/control", "start-vm/h/db");
	}

	@Test
	void networksAndVolumesComeBeforeWhatNeedsThem() {
		assertThat(ids("""
				network lan { vlan 10 }
				volume orders { on h }
				vm db on h { nic lan  disk orders }
				""")).containsExactly("define-network/h/lan", "create-volume/h/orders", "define-vm/h/db", "start-vm/h/db");
	}

	@Test
	void providersComeBeforeConsumers() {
		assertThat(ids("""
				container shop on h { needs cache }
				container cache on h { needs db }
				container db on h
				""")).containsExactly("start-container/h/db", "start-container/h/cache", "start-container/h/shop");
	}

	@Test
	void aCircleIsCutWhereAWorkloadStartsBeforeWhatItNeeds() {
		assertThat(ids("""
				container directory on h { needs login }
				container login on h { needs directory }
				""")).containsExactly("start-container/h/login", "start-container/h/directory");
	}

	@Test
	void aMachineThatNeedsWhatStandsOnItStartsBeforeThat() {
		assertThat(ids("""
				vm gateway on h { engine docker  needs resolver }
				container resolver on gateway
				""")).containsExactly("define-vm/h/gateway", "start-vm/h/gateway", "start-container/gateway/resolver");
		assertThat(ids("""
				container resolver on inner
				vm inner on gateway { engine docker }
				vm gateway on h { hypervisor kvm  needs resolver }
				""")).containsExactly("define-vm/h/gateway", "start-vm/h/gateway", "define-vm/gateway/inner", "start-vm/gateway/inner",
				"start-container/inner/resolver");
	}

	@Test
	void aHostManagedByAVmThatItHostsIsSplitInTwoStages() {
		var managed = "host m { hypervisor kvm { managed by control } }\n";
		assertThat(ids(managed + """
				vm shop on m
				vm control on m { needs db }
				vm db on m
				""")).containsExactly("define-vm/m/db", "define-vm/m/control", "start-vm/m/db", "start-vm/m/control", "enrol/m/control",
				"define-vm/m/shop", "start-vm/m/shop");
		assertThat(ids(managed + """
				vm shop on m
				vm control on h
				"""))
				.as("one stage where the manager stands elsewhere")
				.containsExactly("define-vm/h/control", "start-vm/h/control", "enrol/m/control", "define-vm/m/shop", "start-vm/m/shop");
	}

	@Test
	void whatNoToolDoesIsAManualStepAtWhichThePlaybookStops() {
		var planned = plan("host m { hypervisor kvm { managed by control } }\nvm control on m\n");

		assertThat(planned.manualSteps()).singleElement().satisfies(step -> {
			assertThat(step.step()).isEqualTo("enrol/m/control");
			assertThat(step.instruction()).startsWith("Add m to its manager control");
		});
		assertThat(artifact(planned, "playbook.yaml")).contains("Require what is done by hand", "enrol/m/control");
		assertThat(planned.findings()).filteredOn(finding -> finding.ruleId().equals("VCD802")).extracting(Finding::message)
				.anyMatch(message -> message.startsWith("No backend puts the hypervisor of 'm' under its manager"));
	}

	@Test
	void applyingAllActionsGivesTheWishedTopology() {
		var deployment = Deployment.EMPTY;
		var plan = plan("vm db on h { needs web }\ncontainer web on h { needs db }\n").plan();
		for (var step : plan.steps()) {
			deployment = step.action().applyTo(deployment);
		}
		assertThat(plan.steps()).extracting(step -> step.action().thing()).containsExactlyInAnyOrderElementsOf(deployment.things());
	}

	@Test
	void sameInputSameBytes() {
		var text = "container web on h replicas 3\nvm db on h\n";

		assertThat(plan(text).artifacts()).isEqualTo(plan(text).artifacts());
	}

	private static List<String> ids(String text) {
		return plan(text).plan().steps().stream().map(Step::id).toList();
	}

	private static Planned plan(String text) {
		return pipeline().plan(check(HOST + text)).orElseThrow();
	}

	private static String artifact(Planned planned, String name) {
		return planned.artifacts().stream().filter(artifact -> artifact.path().endsWith(name)).findFirst().orElseThrow().text();
	}
}
