package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.cli.CommandLine.Run;

/** What the command says of itself, and when it is used wrongly. */
class HelpTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "init", "check", "plan", "generate", "explain", "format", "completion" })
	void everyCommandShowsAnExampleOfItself(String command) {
		var help = vcd(command, "--help");
		assertThat(help.exit()).isZero();
		assertThat(help.out()).contains("Examples:\n  vcd " + command).isEqualTo(vcd("help", command).out());
	}

	@Test
	void theExamplesAndBackendsInTheHelpAreThere() {
		assertThat(vcd("generate", "--help").out().replaceAll("\\s+", " ")).contains(Project.pipeline().backendIds());
		assertThat(vcd("--help").out()).contains("examples/cellar", "Exit codes");
		assertThat(Project.path("examples/cellar")).isDirectory();
	}

	@Test
	void withoutACommandTheHelpIsAComplaint() {
		assertThat(vcd().out()).isEmpty();
		assertThat(vcd().err()).isEqualTo(vcd("--help").out());
	}

	@Test
	void whatIsMisspeltIsMetWithWhatIsThere() {
		assertThat(vcd("chek").err()).contains("'chek'", "Did you mean: vcd check", "'vcd --help' shows");
		assertThat(vcd("check").err()).contains("Missing required parameter: 'FILES'", "'vcd check --help' shows");
		assertThat(vcd("check", "--fail-no", "error", "x").err()).contains("--fail-no", "--fail-on");
		assertThat(vcd("check", "--today", "tomorrow", "x").err()).contains("'tomorrow' is no day such as 2026-01-15");
	}

	@Test
	void rulesThatAreNoneAreMetWithNearOnes() {
		assertThat(vcd("explain", "vcd3O1"))
				.isEqualTo(new Run(2, "", "vcd: there is no rule 'vcd3O1'. Did you mean VCD301, VCD311, VCD101? 'vcd explain' lists all rules.\n"));
		assertThat(vcd("explain", "SINGLE-point-of-failure").out()).isEqualTo(vcd("explain", "vcd301").out());
		var shop = CommandLine.in(folder).reading("package shop");
		assertThat(shop.run("check", "--disable", "VCD3001", "-").err()).contains("no rule 'VCD3001'");
		assertThat(shop.run("check", "--severity", "nonsense=info", "-").err()).contains("no rule 'nonsense'. 'vcd explain'");
	}

	@Test
	void anErrorOfOurOwnIsOneLineUnlessWeLookForIt() {
		assertThat(failing(false)).isEqualTo(
				"vcd: internal error (java.lang.IllegalStateException: the clock stands still); please report it, with what VCD_DEBUG=1 shows\n");
		assertThat(failing(true)).contains("the clock stands still", "\tat org.vcdsl.cli.");
	}

	private String failing(boolean isDebugging) {
		var err = new ByteArrayOutputStream();
		var printer = new PrintStream(err, true, StandardCharsets.UTF_8);
		var file = Project.path("examples/cellar/cellar.vcd").toAbsolutePath().toString();
		var exit = new Vcd(new Shell(folder, InputStream.nullInputStream(), printer, printer, false, () -> {
			throw new IllegalStateException("the clock stands\nstill");
		}, isDebugging)).run("check", file);
		assertThat(exit).isEqualTo(2);
		return err.toString(StandardCharsets.UTF_8);
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
