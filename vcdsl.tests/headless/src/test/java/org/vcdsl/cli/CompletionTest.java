package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vcd completion}, asked by a real bash. */
class CompletionTest {

	@TempDir
	Path folder;

	@Test
	void commandsOptionsAndValuesAreCompleted() throws Exception {
		assertThat(completed("vcd", "ch")).containsExactly("check");
		assertThat(completed("vcd", "check", "--write")).containsExactly("--write-baseline");
		assertThat(completed("vcd", "check", "--fail-on", "w")).containsExactly("warning");
		assertThat(completed("vcd", "check", "--format", "")).containsExactlyInAnyOrder("text", "json", "sarif", "junit");
		assertThat(completed("vcd", "explain", "VCD30")).contains("VCD300", "VCD301").doesNotContain("VCD401");
		assertThat(completed("vcd", "completion", "z")).containsExactly("zsh");
	}

	@Test
	void zshLoadsWhatMakesItUnderstandTheSame() {
		assertThat(vcd("completion", "zsh").out()).contains("bashcompinit").isEqualTo(vcd("completion", "bash").out());
	}

	@Test
	void otherShellsAreSaid() {
		assertThat(vcd("completion", "fish"))
				.isEqualTo(new CommandLine.Run(2, "", "vcd: there is no completion for 'fish', only for bash and zsh\n"));
	}

	private List<String> completed(String... words) throws Exception {
		var script = vcd("completion", "bash").out()
				+ "\nCOMP_WORDS=(%s)\nCOMP_CWORD=%s\n_complete_vcd 2>/dev/null\nprintf '%%s\\n' \"${COMPREPLY[@]}\"\n"
				.formatted(Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(" ")), words.length - 1);
		var file = Files.writeString(folder.resolve("complete.sh"), script);
		var process = new ProcessBuilder("bash", "--norc", file.toString()).redirectErrorStream(true).start();
		var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(out).isZero();
		return out.lines().map(String::strip).toList();
	}

	private CommandLine.Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
