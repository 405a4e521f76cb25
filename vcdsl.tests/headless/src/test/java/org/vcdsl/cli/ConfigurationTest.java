package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vcdsl.cli.CommandLine.Run;

/** What {@code vcd.yaml} says about the files below it. */
class ConfigurationTest {

	private static final String CROWDED = """
			package shop
			import vcd.catalog.*
			site north { host alpha { memory 8 GiB  hypervisor kvm } }
			site south { host beta { memory 8 GiB  hypervisor kvm } }
			vm db on alpha { memory 16 GiB }
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void repository() throws IOException {
		Files.createDirectory(folder.resolve(".git"));
		write("dc/shop.vcd", CROWDED);
	}

	@Test
	void rulesAreWeighedAndLeftOut() throws IOException {
		write("dc/vcd.yaml", """
				# the estate of old
				severity:
				  VCD401: info
				disable: [VCD602]
				""");

		var run = vcd("check", "dc");

		assertThat(run.exit()).isZero();
		assertThat(run.out()).contains("info VCD401").doesNotContain("VCD602");
	}

	@Test
	void theCommandLineWins() throws IOException {
		write("vcd.yaml", "severity: { VCD401: info }\ndisable: VCD602\nfail-on: info\n");

		assertThat(vcd("check", "--severity", "VCD401=error", "dc").out()).contains("error VCD401");
		assertThat(vcd("check", "--severity", "VCD602=warning", "dc").out()).contains("warning VCD602");
		assertThat(vcd("check", "dc").exit()).isEqualTo(1);
		assertThat(vcd("check", "--fail-on", "warning", "dc").exit()).isZero();
	}

	@Test
	void theNearestCountsAloneAndNoneFromOutsideTheRepository() throws IOException {
		write("vcd.yaml", "disable: [VCD401]");
		write("dc/vcd.yaml", "disable: [VCD602]");
		assertThat(vcd("check", "dc").out()).contains("VCD401").doesNotContain("VCD602");
		Files.delete(folder.resolve("dc/vcd.yaml"));
		assertThat(vcd("check", "dc").out()).doesNotContain("VCD401");
		Files.createDirectory(folder.resolve("dc/.git"));
		assertThat(vcd("check", "dc").out()).contains("VCD401");
	}

	@Test
	void eachFileHasItsOwn() throws IOException {
		write("other/vcd.yaml", "disable: [VCD401, VCD602]");
		write("other/other.vcd", CROWDED.replace("package shop", "package other"));

		assertThat(vcd("check", ".").out()).contains("dc/shop.vcd:3:19: error VCD401").doesNotContain("other/other.vcd");
	}

	@Test
	void standardInputHasThatOfItsName() throws IOException {
		write("dc/vcd.yaml", "disable: [VCD401, VCD602]");
		assertThat(CommandLine.in(folder).reading(CROWDED).run("check", "--stdin-name", "dc/new.vcd", "-").out()).isEmpty();
		assertThat(CommandLine.in(folder).reading(CROWDED).run("check", "-").out()).contains("VCD401");
	}

	@Test
	void pathAndBaselineAreSeenFromItsFolder() throws IOException {
		write("standards/node.vcd", "package acme\nimport vcd.catalog.*\ntemplate host Node { memory 8 GiB  hypervisor kvm }\n");
		write("dc/shop.vcd", CROWDED.replace("import", "import acme.*\nimport")
				.replace("alpha { memory 8 GiB  hypervisor kvm }", "alpha : Node"));
		write("dc/vcd.yaml", "path:\n  - ../standards\nbaseline: old.json\n");

		assertThat(vcd("check", "dc").err()).contains("dc/old.json: no such file");
		assertThat(vcd("check", "--write-baseline", "dc/old.json", "dc").exit()).isZero();
		assertThat(vcd("check", "dc")).isEqualTo(new Run(0, "", "vcd: no findings; 2 hidden by a baseline\n"));
		assertThat(CommandLine.in(folder.resolve("dc")).run("check", "shop.vcd").exit()).isZero();
		assertThat(vcd("check", "--no-baseline", "dc").out()).contains("VCD401", "VCD602");
		assertThat(vcd("why", "db", "--in", "dc").out()).contains("alpha");
	}

	@Test
	void aPlanIsMadeWithItsWeightsAndPath() throws IOException {
		write("dc/vcd.yaml", "severity: { VCD401: warning }\nfail-on: info\n");

		assertThat(vcd("plan", "dc").exit()).isZero();
		assertThat(Files.readString(folder.resolve("vcd-out/shop/plan.json"))).doesNotContain("\"blockedBy\": \"VCD401\"");
	}

	@Test
	void anEmptyOneSaysNothing() throws IOException {
		var without = vcd("check", "dc");
		write("vcd.yaml", "# nothing yet\n");
		assertThat(vcd("check", "dc")).isEqualTo(without);
		write("vcd.yaml", "severity:\ndisable:\npath:\n");
		assertThat(vcd("check", "dc")).isEqualTo(without);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			disabel: [VCD300]           | vcd.yaml:1:10: there is no key 'disabel'. Did you mean disable? Keys are
			disable: [VCD3O1]           | vcd.yaml:1:11: there is no rule 'VCD3O1'. Did you mean VCD301
			severity: {VCD301: fatal}   | vcd.yaml:1:20: 'fatal' is none of error, info, warning
			severity: [VCD301]          | vcd.yaml:1:11: keys with values are expected here
			fail-on: [error]            | vcd.yaml:1:10: one value is expected here
			fail-on:                    | vcd.yaml:1:9: one value is expected here
			path: nowhere               | vcd.yaml:1:7: 'nowhere' is no folder
			path: {a: b}                | vcd.yaml:1:7: a list is expected here
			disable: [VCD300            | vcd.yaml:
			just words                  | vcd.yaml:1:1: keys with values are expected here
			""")
	void whatIsWrongIsSaidAtItsLine(String text, String message) throws IOException {
		write("vcd.yaml", text);

		var run = vcd("check", "dc");

		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith("vcd: " + message).hasLineCount(1);
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(folder.resolve(name).getParent());
		Files.writeString(folder.resolve(name), text);
	}
}
