package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.Project;
import org.vcdsl.tools.RealTools;

/**
 * What {@code vcd plan} makes of the examples, to the last byte; of the cellar, {@link CellarGoldenTest} says more. {@code -Dvcdsl.update=true}
 * writes the folders {@code examples/…/expected/plan} anew: read the difference as if it were code.
 */
class ExamplePlansTest {

	/** One has a test of its own, and the other is built by Maven. */
	private static final List<String> ELSEWHERE = List.of("cellar", "maven");

	@TempDir
	Path output;

	static Stream<String> examples() throws IOException {
		try (var folders = Files.list(Project.path("examples"))) {
			return folders.map(Path::getFileName).map(Path::toString).filter(name -> !ELSEWHERE.contains(name)).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void planWritesTheExpectedFiles(String example) throws IOException {
		var run = CommandLine.in(Project.path(".")).run("plan", "--output", output.toString(), "examples/" + example);
		assertThat(run.exit()).as(run.err()).isBetween(0, 1);
		var written = new LinkedHashMap<>(FolderContent.read(onlyFolderIn(output)));
		assertThat(written.remove(".vcd-manifest")).isNotNull();
		if (Boolean.getBoolean("vcdsl.update")) {
			FolderContent.write(expected(example), written);
		}
		assertThat(FolderContent.read(expected(example))).as("to accept: run this test with -Dvcdsl.update=true").isEqualTo(written);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void realToolsAcceptTheArtifacts(String example) throws IOException {
		var plan = expected(example);
		files(plan, "libvirt/.*\\.xml").forEach(RealTools.virtXmlValidate()::accepts);
		files(plan, "lxc/.*\\.conf").forEach(RealTools.lxcInfo()::accepts);
		files(plan, "compose/.*\\.yaml").forEach(RealTools.dockerCompose()::accepts);
		var inventory = plan.resolve("ansible/inventory.yaml");
		RealTools.ansibleInventory().accepts(inventory);
		if (!Files.readString(inventory).contains("ansible_host")) {
			return; // nothing in it is Ansible's to do, and of an inventory without hosts it warns
		}
		for (var playbook : List.of("ansible/playbook.yaml", "ansible/rollback.yaml")) {
			RealTools.ansiblePlaybook(inventory).accepts(plan.resolve(playbook));
		}
		RealTools.ansibleLint().accepts(plan.resolve("ansible/playbook.yaml"));
	}

	private static Path expected(String example) {
		return Project.path("examples/" + example + "/expected/plan");
	}

	private static Path onlyFolderIn(Path folder) throws IOException {
		try (var content = Files.list(folder)) {
			return assertThat(content.toList()).as("packages that are planned").singleElement().actual();
		}
	}

	private static List<Path> files(Path folder, String pattern) throws IOException {
		return FolderContent.read(folder).keySet().stream().filter(path -> path.matches(pattern)).map(folder::resolve).toList();
	}
}
