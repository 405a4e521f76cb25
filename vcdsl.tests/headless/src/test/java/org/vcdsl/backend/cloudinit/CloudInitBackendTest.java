package org.vcdsl.backend.cloudinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.backend.BackendTopology.brief;
import static org.vcdsl.backend.BackendTopology.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.BackendTopology;
import org.vcdsl.backend.BackendTopology.Vm;
import org.vcdsl.conversion.Addresses;
import org.vcdsl.finding.Finding;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.Network;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.TopologyBuilder;
import org.vcdsl.topology.VirtualMachine;

class CloudInitBackendTest {

	@TempDir
	Path folder;

	@Test
	void cloudInitAcceptsUserDataAsPrintedAndAsFilledIn() throws IOException {
		var userData = textOf(onLan("db"), "user-data");
		RealTools.cloudInitUserData().accepts(written(userData));
		RealTools.cloudInitUserData().accepts(written(userData.replace("{{ guest_ssh_public_key }}",
				"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample ops@example")));
	}

	@Test
	void cloudInitAcceptsNetworkConfigs() throws IOException {
		RealTools.cloudInitNetworkConfig().accepts(written(textOf(onLan("db"), "network-config")));
		RealTools.cloudInitNetworkConfig().accepts(written(textOf(machine("db", vm -> vm), "network-config")));
	}

	/** Of a network configuration only some levels are checked: a misspelt key of an interface itself would pass. */
	@Test
	void cloudInitRefusesAnUnknownKey() throws IOException {
		RealTools.cloudInitUserData().rejects(written(textOf(onLan("db"), "user-data").replace("hostname", "hostnam")),
				"hostnam");
		RealTools.cloudInitNetworkConfig()
				.rejects(written(textOf(onLan("db"), "network-config").replace("macaddress", "macadress")), "macadress");
	}

	@Test
	void aGuestKnowsItsNameAndItsKey() {
		assertThat(textOf(onLan("web[2]"), "user-data")).isEqualTo("""
				#cloud-config
				hostname: web-2
				manage_etc_hosts: localhost
				ssh_authorized_keys:
				  - "{{ guest_ssh_public_key }}"
				""");
	}

	@Test
	void aGuestKnowsItsIdentity() {
		var topology = onLan("db");
		var vm = (VirtualMachine) topology.workloads().get("db");
		assertThat(textOf(topology, "meta-data")).isEqualTo("""
				instance-id: %s
				local-hostname: db
				""".formatted(DeploymentNames.uuid("small", vm)));
	}

	@Test
	void aNicIsFoundByItsAddressAndAsksForTheRest() {
		assertThat(textOf(onLan("db"), "network-config")).isEqualTo("""
				version: 2
				ethernets:
				  lan:
				    match:
				      macaddress: "%s"
				    dhcp4: true
				""".formatted(DeploymentNames.macAddress("small", "db", "lan")));
	}

	@Test
	void aNetworkOfVersion6AddressesIsAskedInVersion6() {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm").network("lan", "2001:db8::/64", 10)
				.vm("db", "beta", vm -> vm.nics("lan")).build();
		assertThat(textOf(topology, "network-config")).contains("dhcp6: true").doesNotContain("dhcp4");
	}

	@Test
	void anAddressThatSomebodyKeptIsAValueAndAsksNobody() throws IOException {
		var topology = onLan("db").addressed(Map.of("db", Map.of("lan", List.of(Addresses.parseAddress("10.0.0.12")))));
		assertThat(textOf(topology, "network-config")).isEqualTo("""
				version: 2
				ethernets:
				  lan:
				    match:
				      macaddress: "%s"
				    addresses:
				      - "10.0.0.12/24"
				""".formatted(DeploymentNames.macAddress("small", "db", "lan")));
		RealTools.cloudInitNetworkConfig().accepts(written(textOf(topology, "network-config")));
		assertThat(run(new CloudInitBackend(), topology).findings()).extracting(Finding::message)
				.singleElement().asString().startsWith("Addresses of 'db' are those that the placement file keeps, and nobody stated a gateway");
	}

	@Test
	void ofTheOtherFamilyANetworkCardStillAsks() {
		var network = new Network("lan", BackendTopology.at(1), List.of(Addresses.parseCidr("10.0.0.0/24"), Addresses.parseCidr("fd00:20::/64")),
				OptionalInt.empty());
		var topology = new TopologyBuilder();
		Stream.of(onLan("db").hosts(), onLan("db").workloads()).forEach(kind -> kind.values().forEach(topology::add));
		var addressed = topology.add(network).build("small")
				.addressed(Map.of("db", Map.of("lan", List.of(Addresses.parseAddress("fd00:20::12")))));
		assertThat(textOf(addressed, "network-config")).endsWith("""
				    addresses:
				      - "fd00:20::12/64"
				    dhcp4: true
				""");
		assertThat(run(new CloudInitBackend(), addressed).findings()).extracting(Finding::message)
				.singleElement().asString().startsWith("Addresses of 'db' come by DHCP");
	}

	@Test
	void noNameOfTheUserReachesATemplateUnchanged() throws IOException {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm").network("{{ 7*7 }}", "10.0.0.0/24", 10)
				.vm("d{{ 7*7 }}\"'$x\n😀: # {% x", "beta", vm -> vm.nics("{{ 7*7 }}")).build();
		var artifacts = run(new CloudInitBackend(), topology).artifacts();
		assertThat(artifacts).extracting(Artifact::text)
				.allMatch(text -> !text.replace("{{ guest_ssh_public_key }}", "").matches("(?s).*(\\{\\{|\\{%|\\{#).*"));
		RealTools.cloudInitUserData().accepts(written(artifacts.get(0).text()));
		RealTools.cloudInitNetworkConfig().accepts(written(artifacts.get(2).text()));
	}

	@Test
	void thatAddressesComeByDhcpIsSaidOnceADeclaration() {
		var topology = new BackendTopology("small").hypervisorHost("beta", "kvm").network("lan", "10.0.0.0/24", 10)
				.vm(List.of("web[1]", "web[2]"), "beta", vm -> vm.nics("lan")).build();
		assertThat(brief(run(new CloudInitBackend(), topology).findings())).containsExactly("VCD801 info 3 web[1],web[2]");
	}

	@Test
	void windowsGuestsAreNotExpressed() {
		var output = run(new CloudInitBackend(), machine("dc", Vm::windows));
		assertThat(output.artifacts()).isEmpty();
		assertThat(brief(output.findings())).containsExactly("VCD802 warning 2 dc");
	}

	@Test
	void aGuestNobodyStatedIsAskedFor() {
		var output = run(new CloudInitBackend(), machine("box", Vm::withoutGuest));
		assertThat(output.artifacts()).isEmpty();
		assertThat(brief(output.findings())).containsExactly("VCD801 warning 2 box");
	}

	private static Topology onLan(String vm) {
		return new BackendTopology("small").hypervisorHost("beta", "kvm").network("lan", "10.0.0.0/24", 10)
				.vm(vm, "beta", details -> details.nics("lan")).build();
	}

	private static Topology machine(String vm, UnaryOperator<Vm> details) {
		return new BackendTopology("small").hypervisorHost("beta", "kvm").vm(vm, "beta", details).build();
	}

	private static String textOf(Topology topology, String file) {
		return run(new CloudInitBackend(), topology).artifacts().stream()
				.filter(artifact -> artifact.path().endsWith("/" + file)).findFirst().orElseThrow().text();
	}

	private Path written(String text) throws IOException {
		return Files.writeString(folder.resolve("artifact"), text);
	}
}
