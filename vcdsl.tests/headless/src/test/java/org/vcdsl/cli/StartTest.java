package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own: what it loads, and what reaches the caller. */
class StartTest {

	@ParameterizedTest
	@ValueSource(strings = { "--help", "--version", "help check" })
	void whoOnlyAsksForHelpWaitsForNoRuleAndNoLanguage(String arguments) throws Exception {
		var answer = run(List.of("-Xlog:class+load:stderr"), arguments.split(" "));

		assertThat(answer.exit()).isZero();
		assertThat(answer.err()).contains("org.vcdsl.cli.Vcd ");
		assertThat(answer.err().lines().filter(line -> line.matches(
				".* (org\\.eclipse|com\\.google|com\\.fasterxml|org\\.vcdsl\\.(rule|backend|plan|vcd|resolve|analysis)\\.).*")).toList())
				.isEmpty();
	}

	/** Whoever asks for text and has no settings waits for nothing that others may ask for. */
	@Test
	void aPlainCheckLoadsNoOtherFormatNoSettingsAndNoBaseline(@TempDir Path folder) throws Exception {
		Files.createDirectory(folder.resolve(".git"));
		var file = Files.writeString(folder.resolve("shop.vcd"), "package shop\nsite north { host alpha { } }\n");

		var answer = run(List.of("-Xlog:class+load:stderr"), "check", file.toString());

		assertThat(answer.err()).contains("org.vcdsl.cli.Baselines ");
		assertThat(answer.err().lines().filter(line -> line.matches(".* (org\\.vcdsl\\.report\\.Findings(Sarif|JUnit|Json)|"
				+ "org\\.vcdsl\\.companion\\.Located|javax\\.xml\\.stream\\..*|org\\.yaml\\..*|com\\.fasterxml\\..*|picocli\\.AutoComplete.*)"
				+ "\\b(?!s).*")).toList()).isEmpty();
	}

	@Test
	void resultsAreUtf8WhateverTheLocaleAndMessagesStayAside(@TempDir Path folder) throws Exception {
		var file = Files.writeString(folder.resolve("shop.vcd"), "package shop\nsite caf\u00e9 { }");

		var answer = run(List.of("-Dstdout.encoding=US-ASCII", "-Duser.language=tr"), "check", file.toString());

		assertThat(answer.exit()).isEqualTo(1);
		assertThat(answer.out()).contains("shop.vcd:2:9: error VCD100 ", "'\u00e9'").hasLineCount(1);
		assertThat(answer.err()).contains("vcd: 1 error\n");
	}

	private record Answer(int exit, String out, String err) {
	}

	private static Answer run(List<String> options, String... arguments) throws IOException, InterruptedException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		var command = Stream.of(List.of(java, "-cp", classPath), options, List.of("org.vcdsl.cli.Main"), List.of(arguments))
				.flatMap(List::stream).toList();
		var errors = Files.createTempFile("vcd", ".err");
		try {
			var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
			var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Answer(process.waitFor(), out, Files.readString(errors));
		} finally {
			Files.delete(errors);
		}
	}
}
