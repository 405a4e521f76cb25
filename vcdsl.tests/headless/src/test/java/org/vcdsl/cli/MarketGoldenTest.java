package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.tools.RealTools;

/**
 * What {@code vcd plan} makes of a Kubernetes cluster on virtual machines, to the last byte. {@code -Dvcdsl.update=true} writes the files in
 * {@code examples/market/expected} anew: read the difference as if it were code.
 */
class MarketGoldenTest {

	private static final Path EXPECTED = Project.path("examples/market/expected/plan");

	@TempDir
	Path output;

	@Test
	void planWritesTheExpectedFiles() throws IOException {
		var run = CommandLine.in(Project.path(".")).run("plan", "--output", output.toString(), "examples/market");
		assertThat(run.exit()).as(run.err()).isZero();
		var written = new LinkedHashMap<>(FolderContent.read(output.resolve("fair.market")));
		assertThat(written.remove(".vcd-manifest")).isNotNull();
		if (Boolean.getBoolean("vcdsl.update")) {
			FolderContent.write(EXPECTED, written);
		}
		assertThat(FolderContent.read(EXPECTED)).as("to accept: run this test with -Dvcdsl.update=true").isEqualTo(written);
	}

	@Test
	void realToolsAcceptWhatComesBeforeTheCluster() {
		for (var machine : new String[] { "alpha/domain-k8s-cp-1", "alpha/domain-k8s-wk-1", "gamma/network-lan" }) {
			RealTools.virtXmlValidate().accepts(EXPECTED.resolve("libvirt/" + machine + ".xml"));
		}
		RealTools.cloudInitUserData().accepts(EXPECTED.resolve("cloud-init/k8s-wk-1/user-data"));
		RealTools.ansibleInventory().accepts(EXPECTED.resolve("ansible/inventory.yaml"));
		for (var playbook : new String[] { "playbook.yaml", "rollback.yaml" }) {
			RealTools.ansiblePlaybook(EXPECTED.resolve("ansible/inventory.yaml")).accepts(EXPECTED.resolve("ansible/" + playbook));
			RealTools.ansibleLint().accepts(EXPECTED.resolve("ansible/" + playbook));
		}
	}
}
