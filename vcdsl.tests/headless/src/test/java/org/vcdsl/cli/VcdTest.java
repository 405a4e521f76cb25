package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.cli.CommandLine.Run;

class VcdTest {

	private static final String SOUND = """
			package shop
			site north { host alpha }
			site south { host beta }
			""";
	private static final String CROWDED = """
			package shop
			import vcd.catalog.*
			site north { host alpha { memory 8 GiB  hypervisor kvm } }
			site south { host beta }
			vm db on alpha { memory 16 GiB }
			""";
	private static final String BROKEN = "package shop\nsite north { host alpha { memory 8 GB } }\n";

	@TempDir
	Path folder;

	@BeforeEach
	void files() throws IOException {
		write("sound.vcd", SOUND);
		write("crowded.vcd", CROWDED);
		write("broken.vcd", BROKEN);
	}

	@Test
	void nothingFoundIsExitCodeZero() {
		assertThat(vcd("check", "sound.vcd")).isEqualTo(new Run(0, "", "vcd: no findings\n"));
	}

	@Test
	void findingsStandAtTheirPlaceAndAreExitCodeOne() {
		var run = vcd("check", "crowded.vcd");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.out()).startsWith("crowded.vcd:3:19: error VCD401 Host 'alpha' has 8 GiB of memory, but its guests ask for 16 GiB");
	}

	@Test
	void failOnDecidesWhichFindingsCount() {
		assertThat(vcd("check", "--severity", "VCD401=info", "crowded.vcd").exit()).isZero();
		assertThat(vcd("check", "--severity", "VCD401=info", "--fail-on", "info", "crowded.vcd").exit()).isEqualTo(1);
		assertThat(vcd("check", "--disable", "VCD401", "crowded.vcd").out()).isEmpty();
	}

	@Test
	void standardInputIsAFileWithTheNameGiven() {
		assertThat(CommandLine.in(folder).reading(BROKEN).run("check", "--stdin-name", "there.vcd", "-").out())
				.startsWith("there.vcd:2:34: error VCD103 'GB' is not a unit of memory.");
	}

	@Test
	void aFolderStandsForAllFilesInIt() {
		assertThat(vcd("check", ".").out()).contains("broken.vcd:2:");
	}

	@Test
	void errorsInTheTextLeaveTheLastPlanAlone() throws IOException {
		assertThat(vcd("plan", "crowded.vcd").exit()).isEqualTo(1);
		var before = FolderContent.read(folder.resolve("vcd-out"));

		var run = vcd("plan", "broken.vcd");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.err()).contains("nothing is planned where errors leave no topology");
		assertThat(FolderContent.read(folder.resolve("vcd-out"))).isEqualTo(before).isNotEmpty();
	}

	@Test
	void generateWritesOneBackendAlone() throws IOException {
		assertThat(vcd("generate", "--backend", "libvirt", "--output", "only", "crowded.vcd").err()).contains("only/shop");
		assertThat(FolderContent.read(folder.resolve("only/shop")).keySet()).doesNotContain("plan.md")
				.noneMatch(path -> path.startsWith("ansible"));
	}

	@Test
	void whatCannotBeReadIsExitCodeTwoAndOneLine() throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		Files.write(folder.resolve("latin.vcd"), "package caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

		assertThat(vcd("check", "nowhere.vcd")).isEqualTo(new Run(2, "", "vcd: nowhere.vcd: no such file or folder\n"));
		assertUnusable(vcd("check", "empty"));
		assertUnusable(vcd("check", "latin.vcd"));
		assertThat(vcd("plan", "--output", "sound.vcd", "crowded.vcd"))
				.satisfies(run -> assertThat(run.exit()).isEqualTo(2))
				.satisfies(run -> assertThat(run.err()).endsWith("vcd: sound.vcd: is in the way: a folder is needed here\n"));
	}

	@Test
	void whatIsNoCommandOrOptionSaysSo() {
		assertThat(vcd("chekc", "sound.vcd").exit()).isEqualTo(2);
		assertThat(vcd("check", "--fail-on", "never", "sound.vcd").err()).contains("'never' is none of error, info, warning");
		assertThat(vcd().exit()).isEqualTo(2);
	}

	@Test
	void explainTellsOfARuleAndNamesNearOnes() {
		assertThat(vcd("explain", "VCD301").out()).contains("single-point-of-failure", "Fault Tree Handbook");
		assertThat(vcd("explain").out()).contains("VCD100", "VCD802");
		assertThat(vcd("explain", "VCD3O1").exit()).isEqualTo(2);
	}

	private static void assertUnusable(Run run) {
		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.err()).startsWith("vcd: ").doesNotContain("Exception").hasLineCount(1);
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}
}
