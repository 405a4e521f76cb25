package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.cli.CommandLine.Run;

/** {@code --format sarif} and {@code junit}. */
class FormatOptionTest {

	private static final String CELLAR = Project.path("examples/cellar/cellar.vcd").toAbsolutePath().toString();

	@TempDir
	Path folder;

	@Test
	void anyFormatHasTheSameExitCodeAndSummary() {
		var text = vcd("check", CELLAR);
		for (var format : new String[] { "json", "sarif", "junit" }) {
			var run = vcd("check", "--format", format, CELLAR);
			assertThat(run.exit()).isEqualTo(text.exit()).isEqualTo(1);
			assertThat(run.err()).isEqualTo(text.err());
		}
	}

	@Test
	void sarifNamesFilesAsTheyWereGiven() {
		assertThat(vcd("check", "--format", "sarif", CELLAR).out()).startsWith("{\n  \"$schema\"").endsWith("}\n")
				.contains("\"uri\" : \"file:///");
		assertThat(CommandLine.in(Project.path("examples/cellar")).run("check", "--format", "sarif", "cellar.vcd").out())
				.contains("\"uri\" : \"cellar.vcd\"").doesNotContain("file:///");
	}

	@Test
	void failOnDecidesWhichTestCasesFail() {
		var warnings = vcd("check", "--format", "junit", CELLAR).out();
		var errors = vcd("check", "--format", "junit", "--fail-on", "error", CELLAR).out();

		assertThat(warnings).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites").endsWith("</testsuites>\n").contains("<failure");
		assertThat(errors).doesNotContain("<failure").contains("failures=\"0\"", "<skipped");
	}

	@Test
	void errorsInTheTextAreReportedToo() {
		var broken = CommandLine.in(folder).reading("package shop\nsite north { host alpha { memory 8 GB } }\n");

		assertThat(broken.run("check", "--format", "junit", "-").out()).contains("name=\"VCD103 wrong-value", "<failure");
		assertThat(broken.run("check", "--format", "sarif", "-").out()).contains("\"uri\" : \"%3Cstdin%3E\"", "\"ruleId\" : \"VCD103\"");
	}

	@Test
	void aPlanSaysItsFindingsInAnyFormat() {
		var run = vcd("plan", "--format", "junit", CELLAR);

		assertThat(run.exit()).isZero();
		assertThat(run.out()).contains("VCD801", "failures=\"0\"");
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
