package org.vcdsl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.backend.BackendTopology.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.backend.cloudinit.CloudInitBackend;
import org.vcdsl.backend.compose.ComposeBackend;
import org.vcdsl.backend.libvirt.LibvirtBackend;
import org.vcdsl.backend.lxc.LxcBackend;
import org.vcdsl.topology.Topology;

/** What holds for every backend. */
class BackendsTest {

	static Stream<Backend> backends() {
		return Stream.of(new LibvirtBackend(), new CloudInitBackend(), new ComposeBackend(), new LxcBackend());
	}

	@ParameterizedTest
	@MethodSource("backends")
	void theSameTopologyGivesTheSameBytes(Backend backend) {
		assertThat(run(backend, topology())).isEqualTo(run(backend, topology()));
	}

	@ParameterizedTest
	@MethodSource("backends")
	void artifactsHavePathsOfTheirOwnAndEndWithALineFeed(Backend backend) {
		var artifacts = run(backend, topology()).artifacts();
		assertThat(artifacts).isNotEmpty().extracting(Artifact::path).doesNotHaveDuplicates()
				.allMatch(path -> path.startsWith(backend.id() + "/"));
		assertThat(artifacts).extracting(Artifact::text).allMatch(text -> text.endsWith("\n") && !text.contains("\r"));
	}

	@ParameterizedTest
	@MethodSource("backends")
	void nothingAskedIsNothingPrintedAndNothingSaid(Backend backend) {
		var output = run(backend, new BackendTopology("empty").build());
		assertThat(output.artifacts()).isEmpty();
		assertThat(output.findings()).isEmpty();
	}

	@Test
	void machinesNetworksAndDisksHaveTheSameNamesInAllArtifacts() {
		var domain = textOf(new LibvirtBackend(), "libvirt/beta/domain-db.xml");
		var network = textOf(new CloudInitBackend(), "cloud-init/db/network-config");
		var mac = DeploymentNames.macAddress("small", "db", "lan");
		assertThat(domain).contains(mac);
		assertThat(network).contains(mac);
	}

	@Test
	void findingsOfOneDeclarationAreSaidOnceWithTheirMembersCounted() {
		var names = List.of("fn[1]", "fn[2]", "fn[3]", "fn[4]", "fn[5]");
		var topology = new BackendTopology("small").hypervisorHost("hv", "hyperv").vm(names, "hv", vm -> vm).build();
		assertThat(run(new LibvirtBackend(), topology).findings()).singleElement().satisfies(finding -> {
			assertThat(finding.subjects()).isEqualTo(names);
			assertThat(finding.message()).contains("'fn[1]', 'fn[2]', 'fn[3]' and 2 more");
		});
	}

	private static String textOf(Backend backend, String path) {
		return run(backend, topology()).artifacts().stream().filter(artifact -> artifact.path().equals(path)).findFirst()
				.orElseThrow().text();
	}

	private static Topology topology() {
		return new BackendTopology("small").engineHost("alpha", "docker").hypervisorHost("beta", "kvm").engineHost("gamma", "lxc")
				.network("lan", "10.0.0.0/24", 10).volume("orders", OptionalLong.of(7), Optional.of("beta"))
				.image("app", "shop/web:1").vm("db", "beta", vm -> vm.disks("orders").nics("lan"))
				.container(List.of("web[1]", "web[2]"), "alpha", web -> web.nics("lan"))
				.lxc("mail", "gamma", mail -> mail.nics("lan")).build();
	}
}
