package org.vcdsl.backend.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.plan.Planner;
import org.vcdsl.plan.Variable;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.Cellar;
import org.vcdsl.topology.SmallTopology;
import org.vcdsl.topology.Topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

class AnsibleBackendTest {

	private static final String NASTY = "a'b\"c\n{{ 7*7 }}{% raw %}{# x #}: #$(touch x)`y` $HOME \\n é";

	@TempDir
	Path folder;

	@Test
	void ansibleAcceptsCellar() throws IOException {
		var cellar = new SimulatedDatacentre(folder, Cellar.topology(), Map.of());
		var inventory = cellar.output("ansible/inventory.yaml");
		RealTools.ansibleInventory().accepts(inventory);
		for (var playbook : List.of("ansible/playbook.yaml", "ansible/rollback.yaml")) {
			RealTools.ansiblePlaybook(inventory).accepts(cellar.output(playbook));
			RealTools.ansibleLint().accepts(cellar.output(playbook));
		}
	}

	@Test
	void ansibleRefusesWhatIsWrong() throws IOException {
		var cellar = new SimulatedDatacentre(folder, Cellar.topology(), Map.of());
		var inventory = cellar.output("ansible/inventory.yaml");
		RealTools.ansiblePlaybook(inventory).rejects(misspelt(cellar.output("ansible/playbook.yaml"), "import_tasks", "import_taks"),
				"import_taks");
		RealTools.ansibleLint().rejects(
				misspelt(cellar.output("ansible/rollback.yaml"), "Forget the deployment", "forget the deployment"), "name[casing]");
		RealTools.ansibleInventory().rejects(misspelt(inventory, "children", "offspring"), "offspring");
	}

	@Test
	void dryRunChangesNothing() throws Exception {
		var datacentre = simulated(new SmallTopology().host("h").network("lan").volume("data", Optional.of("h"))
				.vm("vm", "h", List.of("data"), List.of("lan")).build(), Map.of()).withBridge("br-lan");
		assertSucceeds(datacentre.run("playbook.yaml", true, "--check"));
		assertThat(datacentre.remains()).isEmpty();
	}

	@Test
	void systemContainerIsDeployedAndTakenBack() throws Exception {
		var datacentre = simulated(mailHost(), Map.of()).withBridge("br-lan");
		RealTools.ansibleLint().accepts(datacentre.output("ansible/playbook.yaml"));
		RealTools.ansibleLint().accepts(datacentre.output("ansible/rollback.yaml"));
		assertSucceeds(datacentre.run("playbook.yaml", true));
		assertThat(datacentre.remains()).contains("lxc/mail/config", "lxc/mail/rootfs/etc/issue", "lxc/old/rootfs/etc/issue",
				"state/system-containers/mail", "state/system-containers/old").doesNotContain("lxc/mail/rootfs/dev/null");
		assertThat(datacentre.text("state/log")).contains("lxc-usernsexec -m b:0:100000:65536 -- tar --extract ")
				.doesNotContain("/lxc/old/rootfs.partial");
		assertThat(datacentre.ownerOf("volumes/post")).isEqualTo(100_000);

		assertSucceeds(datacentre.run("rollback.yaml", true, "-e", "{rollback_deletes_data: true}"));
		assertThat(datacentre.remains()).isEmpty();
	}

	@Test
	void systemContainerWhoseConfigurationChangedStartsAnew() throws Exception {
		var datacentre = simulated(mailHost(), Map.of()).withBridge("br-lan");
		assertSucceeds(datacentre.run("playbook.yaml", true));
		datacentre.overwrite("vcd-out/lxc/h/mail.conf", "lxc.uts.name = other\n");
		assertSucceeds(datacentre.run("playbook.yaml", true));
		assertThat(datacentre.text("state/system-containers/mail")).isEqualTo("lxc.uts.name = other\n");
		assertThat(datacentre.text("state/log").lines().filter(line -> line.startsWith("lxc-stop"))).hasSize(1);
	}

	@Test
	void interruptedUnpackingIsDoneAnewAndTakenBackWhole() throws Exception {
		var datacentre = simulated(mailHost(), Map.of()).withBridge("br-lan");
		datacentre.overwrite("lxc/mail/rootfs.partial/half", "half");
		assertSucceeds(datacentre.run("rollback.yaml", true, "-e", "{rollback_deletes_data: true}"));
		assertThat(datacentre.remains()).isEmpty();
		datacentre.overwrite("lxc/mail/rootfs.partial/half", "half");
		assertSucceeds(datacentre.run("playbook.yaml", true));
		assertThat(datacentre.remains()).contains("lxc/mail/rootfs/etc/issue").doesNotContain("lxc/mail/rootfs/half",
				"lxc/mail/rootfs.partial/half");
	}

	@Test
	void dryRunOfSystemContainersChangesNothing() throws Exception {
		var datacentre = simulated(mailHost(), Map.of()).withBridge("br-lan");
		assertSucceeds(datacentre.run("playbook.yaml", true, "--check"));
		assertThat(datacentre.remains()).isEmpty();
	}

	@Test
	void missingRangeOfIdsIsNamedBeforeAnythingIsUnpacked() throws Exception {
		var datacentre = simulated(mailHost(), Map.of()).withBridge("br-lan");
		datacentre.overwrite("state/no-subordinate-ids", "");
		var run = datacentre.run("playbook.yaml", true);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("start-lxc/h/mail: host h does not let root use the range b:0:100000:65536");
		assertThat(datacentre.remains()).noneMatch(path -> path.startsWith("lxc/mail/"));
	}

	@Test
	void bridgeOfASystemContainerIsRequired() throws Exception {
		var run = simulated(mailHost(), Map.of()).run("playbook.yaml", true);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("define-network/h/lan: host h has no bridge br-lan");
		assertThat(findings(mailHost())).extracting(Finding::message)
				.anyMatch(message -> message.contains("system containers through a bridge br-lan that must be there on 'h'"));
	}

	@Test
	void rootFileSystemOfAnImageIsAVariable() {
		assertThat(variables(mailHost())).extracting(Variable::name).containsExactly("address_h", "rootfs_centos", "rootfs_debian");
		assertThat(findings(mailHost())).allMatch(finding -> finding.ruleId().equals("VCD801"))
				.anyMatch(finding -> finding.message().contains("Set the playbook variable rootfs_debian to a tar archive"));
	}

	/** An unprivileged and a privileged system container, on a host without any other tool. */
	private static Topology mailHost() {
		return new SmallTopology().host("h", "kvm", "lxc").network("lan").volume("post", Optional.of("h"))
				.systemContainer("mail", "h", "debian", List.of("post"), List.of("lan"))
				.privilegedSystemContainer("old", "h", "centos").build();
	}

	@Test
	void nothingStartsWhileAVariableIsMissing() throws Exception {
		var cellar = simulated(Cellar.topology(), Map.of());
		var run = cellar.run("playbook.yaml", false);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("Set address_alpha: address or name at which Ansible reaches alpha by SSH",
				"Set image_debian_12:", "Set guest_ssh_public_key:");
		assertThat(cellar.wasTouched()).isFalse();
	}

	@Test
	void unfilledExampleIsRefused() throws Exception {
		var cellar = simulated(Cellar.topology(), Map.of());
		var run = cellar.run("playbook.yaml", false, "-e", "@" + cellar.output("ansible/variables.example.yaml"));
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("Set address_alpha:");
	}

	@Test
	void nothingStartsWhileAStepIsBlocked() throws Exception {
		var cellar = simulated(Cellar.topology(), Map.of("web[2]", "VCD201")).withBridge("br-lan");
		var run = cellar.run("playbook.yaml", true);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("start-container/alpha/web[2] is blocked by VCD201");
		assertThat(cellar.wasTouched()).isFalse();
	}

	@Test
	void missingBridgeIsNamedBeforeAnythingIsDone() throws Exception {
		var cellar = simulated(Cellar.topology(), Map.of());
		var run = cellar.run("playbook.yaml", true);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("define-network/beta/lan: host beta has no bridge br-lan");
		assertThat(cellar.remains()).isEmpty();
	}

	@Test
	void checkFindsAContainerThatRunsAnotherImage() throws Exception {
		var datacentre = simulated(new SmallTopology().host("h").container("web[1]", "h", "shop:2", List.of()).build(), Map.of());
		datacentre.overwrite("state/containers/web-1", "shop:1");
		var run = datacentre.run("playbook.yaml", true);
		assertThat(run.exit()).isNotZero();
		assertThat(run.output()).contains("TASK [Check that the containers run the images they were declared with]",
				"failed: [h] (item=start-container/h/web[1])");
	}

	@Test
	void textOfTheUserIsNeitherACommandNorATemplate() throws Exception {
		var nasty = simulated(new SmallTopology().host("h" + NASTY).network("n" + NASTY)
				.container("c" + NASTY, "h" + NASTY, NASTY, List.of("n" + NASTY)).host("l" + NASTY, "kvm", "lxc")
				.systemContainer("s" + NASTY, "l" + NASTY, "i" + NASTY, List.of(), List.of()).build(), Map.of());
		RealTools.ansibleInventory().accepts(nasty.output("ansible/inventory.yaml"));
		RealTools.ansiblePlaybook(nasty.output("ansible/inventory.yaml")).accepts(nasty.output("ansible/playbook.yaml"));
		var run = nasty.run("playbook.yaml", true);
		assertSucceeds(run);
		assertThat(run.output()).contains("(( 7*7 ))");
		var container = nasty.remains().stream().filter(path -> path.startsWith("state/containers/")).findAny().orElseThrow();
		assertThat(nasty.text(container)).isEqualTo(NASTY);
		assertThat(nasty.remains()).anyMatch(path -> path.startsWith("state/system-containers/sa-b-c-"));
	}

	@Test
	void thePlaybookStopsUntilWhatIsDoneByHandIsDone() throws Exception {
		var topology = resolve("""
				host h { hypervisor kvm { managed by control } }
				vm control on h { guest Debian 12  vcpu 1  memory 1 GiB }
				vm shop on h { guest Debian 12  vcpu 1  memory 1 GiB }
				""");
		var datacentre = simulated(topology, Map.of());
		RealTools.ansibleLint().accepts(datacentre.output("ansible/playbook.yaml"));
		RealTools.ansibleLint().accepts(datacentre.output("ansible/rollback.yaml"));

		var stopped = datacentre.run("playbook.yaml", true);
		assertThat(stopped.exit()).isNotZero();
		assertThat(stopped.output()).contains("enrol/h/control is done by hand. Add h to its manager control, by the means of control",
				"Then list it in manual_steps_done");
		assertThat(datacentre.remains()).contains("state/domains/running/control").doesNotContain("state/domains/running/shop");

		assertSucceeds(datacentre.run("playbook.yaml", true, "-e", "{manual_steps_done: [enrol/h/control]}"));
		assertThat(datacentre.remains()).contains("state/domains/running/shop");

		var kept = datacentre.run("rollback.yaml", true, "-e", "{rollback_deletes_data: true}");
		assertThat(kept.exit()).isNotZero();
		assertThat(kept.output()).contains("Take h out of its manager control");
		assertThat(datacentre.remains()).contains("state/domains/running/control").doesNotContain("state/domains/running/shop");

		assertSucceeds(datacentre.run("rollback.yaml", true, "-e", "{rollback_deletes_data: true, manual_steps_undone: [enrol/h/control]}"));
		assertThat(datacentre.remains()).isEmpty();
	}

	@Test
	void aHostWhoseManagerIsDeployedByHandIsDeployedAllTheSame() {
		var topology = resolve("""
				host h { hypervisor kvm { managed by control } }
				host win { hypervisor hyperv }
				vm control on win { guest Debian 12  vcpu 1  memory 1 GiB }
				vm shop on h { guest Debian 12  vcpu 1  memory 1 GiB }
				""");
		assertThat(playHosts(topology, "playbook.yaml")).containsExactly("localhost", "localhost", "h", "h");
		assertThat(yaml(topology, "inventory.yaml").findValue("win")).isNull();
		assertThat(yaml(topology, "variables.example.yaml").at("/manual_steps_done").isArray()).isTrue();
	}

	@Test
	void whatStandsInAVirtualMachineIsDeployedInIt() throws IOException {
		var topology = new SmallTopology().host("h").network("lan").vm("vm", "h", List.of(), List.of("lan"))
				.container("shop", "vm", "shop:1", List.of("lan")).build();
		var nested = simulated(topology, Map.of());
		RealTools.ansiblePlaybook(nested.output("ansible/inventory.yaml")).accepts(nested.output("ansible/playbook.yaml"));
		var inventory = yaml(topology, "inventory.yaml").at("/all/children/guests");
		assertThat(inventory.at("/hosts/vm/ansible_host").asText()).isEqualTo("{{ address_vm }}");
		assertThat(inventory.at("/vars/ansible_user").asText()).isEqualTo("{{ guest_login }}");
		assertThat(variables(topology)).extracting(Variable::name).containsExactly("address_h", "address_vm", "guest_login",
				"image_debian_12", "guest_ssh_public_key");
		assertThat(playHosts(topology, "playbook.yaml")).containsExactly("localhost", "h", "h", "h", "vm", "vm");
		assertThat(playHosts(topology, "rollback.yaml")).containsExactly("localhost", "h", "h", "h", "h");
	}

	@Test
	void anAddressThatSomebodyKeptIsAValueNoVariableAndNoFinding() {
		var topology = new SmallTopology().host("h").network("lan").vm("vm", "h", List.of(), List.of("lan"))
				.container("shop", "vm", "shop:1", List.of("lan")).build()
				.addressed(Map.of("vm", Map.of("lan", List.of(Addresses.parseAddress("10.0.0.12")))));
		assertThat(yaml(topology, "inventory.yaml").at("/all/children/guests/hosts/vm/ansible_host").asText()).isEqualTo("10.0.0.12");
		assertThat(variables(topology)).extracting(Variable::name).contains("address_h").doesNotContain("address_vm");
		assertThat(findings(topology)).noneMatch(finding -> finding.message().contains("address_vm"));
	}

	@Test
	void whatNobodyStatedIsAFindingAndAVariable() {
		var topology = Cellar.topology();
		var findings = findings(topology);
		assertThat(variables(topology)).extracting(Variable::name).containsExactly("address_beta", "address_alpha",
				"image_debian_12", "guest_ssh_public_key");
		assertThat(findings).allMatch(finding -> finding.ruleId().equals("VCD801") && finding.severity() == Severity.INFO);
		assertThat(findings).extracting(finding -> finding.source().line()).containsExactly(15, 10, 32, 31, 23);
		variables(topology).forEach(variable -> assertThat(findings).anyMatch(finding -> finding.message().contains(variable.name())));
		assertThat(findings.getLast().message()).contains("br-lan", "'beta'", "VLAN 10");
	}

	@Test
	void groupOfHostsIsOneFinding() {
		var topology = new SmallTopology().hosts("kvm[1]", "kvm[2]", "kvm[3]", "kvm[4]")
				.container("a", "kvm[1]", "a:1", List.of()).container("b", "kvm[2]", "a:1", List.of())
				.container("c", "kvm[3]", "a:1", List.of()).container("d", "kvm[4]", "a:1", List.of()).build();
		assertThat(findings(topology)).singleElement().satisfies(finding -> assertThat(finding.message())
				.contains("'kvm[1]', 'kvm[2]', 'kvm[3]' and 1 more", "address_kvm_1, address_kvm_2, address_kvm_3 and so on"));
	}

	@Test
	void whatHasNoArtifactIsLeftOutWithAllThatStandsOnIt() {
		var topology = new SmallTopology().host("h").host("win", "hyperv", "podman").network("lan")
				.vm("dc", "win", List.of(), List.of("lan")).container("inner", "dc", "shop:1", List.of("lan"))
				.container("pod", "win", "shop:1", List.of()).container("web", "h", "shop:1", List.of("lan")).build();
		assertThat(findings(topology)).filteredOn(finding -> finding.ruleId().equals("VCD802"))
				.extracting(finding -> finding.subjects().getFirst()).containsExactly("inner");
		assertThat(SimulatedDatacentre.findings(topology, Planner.plan(topology, Map.of())))
				.flatExtracting(Finding::subjects).contains("dc", "inner", "pod");
		assertThat(text(topology, "playbook.yaml")).contains("web").doesNotContain("dc", "inner", "pod", "define_vm");
		assertThat(playHosts(topology, "playbook.yaml")).containsExactly("localhost", "h", "h");
	}

	@Test
	void machineWithoutAnOperatingSystemIsLeftOutAloud() {
		var topology = new SmallTopology().host("h").vmWithoutGuest("bare", "h").build();
		assertThat(findings(topology)).singleElement().satisfies(finding -> {
			assertThat(finding.ruleId()).isEqualTo("VCD802");
			assertThat(finding.subjects()).containsExactly("bare");
		});
		assertThat(playHosts(topology, "playbook.yaml")).containsExactly("localhost");
	}

	@Test
	void everythingThatIsCarriedIsGenerated() {
		var topologies = List.of(Cellar.topology(), new SmallTopology().host("h").host("win", "hyperv", "podman").network("lan")
				.volume("near", Optional.of("h")).volume("far", Optional.of("win")).volume("nowhere", Optional.empty())
				.vm("a", "h", List.of("near"), List.of("lan")).vm("b", "h", List.of("far"), List.of("lan"))
				.vm("c", "h", List.of("nowhere"), List.of("lan")).vm("d", "win", List.of(), List.of("lan"))
				.container("e", "a", "shop:1", List.of("lan")).container("f", "b", "shop:1", List.of("lan"))
				.container("g", "win", "shop:1", List.of()).host("l", "kvm", "lxc")
				.systemContainer("m", "l", "debian", List.of(), List.of("lan")).build());
		for (var topology : topologies) {
			var paths = SimulatedDatacentre.artifacts(topology, Planner.plan(topology, Map.of())).stream().map(Artifact::path)
					.collect(Collectors.toSet());
			var playbook = yaml(topology, "playbook.yaml");
			assertThat(playbook.findValuesAsText("definition")).isNotEmpty().allMatch(paths::contains);
			assertThat(playbook.findValuesAsText("seed")).isNotEmpty()
					.allMatch(seed -> paths.containsAll(List.of(seed + "/user-data", seed + "/meta-data", seed + "/network-config")));
			assertThat(playbook.findValuesAsText("ansible.builtin.import_tasks")).isNotEmpty()
					.allMatch(file -> paths.contains("ansible/" + file));
		}
	}

	@Test
	void sameInputSameBytes() {
		var topology = Cellar.topology();
		var backend = new AnsibleBackend();
		assertThat(backend.generate(topology, Planner.plan(topology, Map.of())))
				.isEqualTo(backend.generate(topology, Planner.plan(topology, Map.of())));
	}

	/** A datacentre for a test that runs playbooks itself, and so is skipped where Ansible is missing. */
	private SimulatedDatacentre simulated(Topology topology, Map<String, String> forbidden) {
		var datacentre = new SimulatedDatacentre(folder, topology, forbidden);
		RealTools.ansibleInventory().accepts(datacentre.output("ansible/inventory.yaml"));
		return datacentre;
	}

	private static void assertSucceeds(SimulatedDatacentre.Run run) {
		assertThat(run.exit()).as(run.output()).isZero();
	}

	private static Path misspelt(Path file, String right, String wrong) throws IOException {
		var misspelt = file.resolveSibling("misspelt-" + file.getFileName());
		return Files.writeString(misspelt, Files.readString(file).replace(right, wrong));
	}

	private static List<String> playHosts(Topology topology, String playbook) {
		return Stream.iterate(0, i -> i + 1).limit(yaml(topology, playbook).size())
				.map(i -> yaml(topology, playbook).get(i).get("hosts"))
				.map(hosts -> hosts.isTextual() ? hosts.asText() : hosts.get(0).asText()).toList();
	}

	private static JsonNode yaml(Topology topology, String name) {
		try {
			return new YAMLMapper().readTree(text(topology, name));
		} catch (IOException cause) {
			throw new AssertionError(cause);
		}
	}

	private static String text(Topology topology, String name) {
		return new AnsibleBackend().generate(topology, Planner.plan(topology, Map.of())).artifacts().stream()
				.filter(artifact -> artifact.path().equals("ansible/" + name)).findAny().orElseThrow().text();
	}

	private static List<Finding> findings(Topology topology) {
		return new AnsibleBackend().generate(topology, Planner.plan(topology, Map.of())).findings();
	}

	private static List<Variable> variables(Topology topology) {
		return AnsibleBackend.variables(topology, Planner.plan(topology, Map.of()));
	}
}
