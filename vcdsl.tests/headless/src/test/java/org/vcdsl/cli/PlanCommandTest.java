package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.cli.CommandLine.Run;

/** {@code vcd plan} and {@code vcd generate}: what they leave on the disk, and what they say about it. */
class PlanCommandTest {

	private static final String CROWDED = """
			package crowded
			import vcd.catalog.*
			site north { host alpha { memory 8 GiB  hypervisor kvm } }
			site south { host beta }
			vm db on alpha { memory 16 GiB }
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void files() throws IOException {
		Files.writeString(folder.resolve("cellar.vcd"), Project.read("examples/cellar/cellar.vcd"));
		Files.writeString(folder.resolve("crowded.vcd"), CROWDED);
		Files.writeString(folder.resolve("standards.vcd"), "package standards\n");
	}

	@Test
	void warningsDoNotFailAPlanUnlessAskedTo() {
		assertThat(vcd("plan", "cellar.vcd").exit()).isZero();
		assertThat(vcd("plan", "--fail-on", "warning", "cellar.vcd").exit()).isEqualTo(1);
		assertThat(vcd("plan", "crowded.vcd").exit()).isEqualTo(1);
		assertThat(folder.resolve("vcd-out/crowded/plan.md")).exists();
	}

	@Test
	void itEndsWithHowToDeploy() {
		assertThat(vcd("plan", "--output", "my plans", "cellar.vcd").err()).endsWith("""
				vcd: to deploy, fill in a copy of my plans/shop.cellar/ansible/variables.example.yaml as variables.yaml, then run
				  ansible-playbook -i 'my plans/shop.cellar'/ansible/inventory.yaml -e @variables.yaml 'my plans/shop.cellar'/ansible/playbook.yaml
				""");
	}

	@Test
	void eachTopologyHasItsFolder() {
		vcd("plan", "cellar.vcd", "crowded.vcd");
		assertThat(folder.resolve("vcd-out")).isDirectoryContaining(path -> path.endsWith("shop.cellar"))
				.isDirectoryContaining(path -> path.endsWith("crowded"));
	}

	@Test
	void theFolderHoldsWhatTheLastRunMade() throws IOException {
		vcd("plan", "cellar.vcd");
		Files.writeString(folder.resolve("vcd-out/shop.cellar/plan.md"), "mine");

		var run = vcd("generate", "--backend", "compose", "cellar.vcd");

		assertThat(FolderContent.read(folder.resolve("vcd-out/shop.cellar"))).containsOnlyKeys(".vcd-manifest",
				"compose/alpha/compose.yaml", "plan.md");
		assertThat(run.err()).contains("1 file in vcd-out/shop.cellar, 0 new or changed; ",
				"vcd-out/shop.cellar/plan.md is no longer made, but stays, as you have changed it\n");
	}

	@Test
	void anUnknownBackendListsThoseThereAre() {
		assertThat(vcd("generate", "--backend", "vmware", "cellar.vcd"))
				.isEqualTo(new Run(2, "", "vcd: there is no backend 'vmware'. There are: %s\n"
						.formatted(String.join(", ", Project.pipeline().backendIds()))));
	}

	@Test
	void whereNothingStandsNothingIsPlanned() {
		assertThat(vcd("plan", "standards.vcd"))
				.isEqualTo(new Run(2, "", "vcd: no package here has a site or a workload, so there is nothing to plan\n"));
		assertThat(vcd("check", "standards.vcd").exit()).isZero();
	}

	@Test
	void resultsAreFindingsAlone() {
		assertThat(vcd("plan", "--format", "json", "crowded.vcd").out()).startsWith("{\n").endsWith("}\n").contains("\"id\" : \"VCD401\"");
	}

	@Test
	void aPlanIsTheSameWhereverItsFolderIs() throws IOException {
		vcd("plan", "cellar.vcd");
		vcd("plan", "--output", folder.resolve("elsewhere/deep").toString(), "cellar.vcd");
		assertThat(FolderContent.read(folder.resolve("elsewhere/deep"))).isEqualTo(FolderContent.read(folder.resolve("vcd-out")));
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
