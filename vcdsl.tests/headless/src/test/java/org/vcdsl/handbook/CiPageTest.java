package org.vcdsl.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The jobs of {@code docs/ci.md} run as they stand there, on an example. */
class CiPageTest {

	private static final String PAGE = Project.read("docs/ci.md");

	@TempDir
	Path folder;

	@BeforeEach
	void estate() throws IOException {
		Files.createDirectories(folder.resolve("dc/.git"));
		Files.copy(Project.path("examples/cellar/cellar.vcd"), folder.resolve("dc/cellar.vcd"));
		var vcd = Files.writeString(folder.resolve("vcd"), """
				#!/bin/sh
				case $1 in check | plan) set -- "$@" --today 2026-01-15 ;; esac
				exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' org.vcdsl.cli.Main "$@"
				""".formatted(Path.of(System.getProperty("java.home"), "bin", "java"),
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		assertThat(vcd.toFile().setExecutable(true)).isTrue();
	}

	@Test
	void theScriptFailsForWarningsAndLeavesReportAndPlan() throws Exception {
		var run = shell(block("sh"));

		assertThat(run.exit()).as(run.text()).isEqualTo(1);
		assertThat(run.text()).contains("warning VCD301");
		assertThat(Files.readString(folder.resolve("reports/vcd.xml"))).contains("<testsuite name=\"shop.cellar\"", "<failure");
		assertThat(folder.resolve("reports/plan/shop.cellar/plan.md")).isRegularFile();
		assertThat(folder.resolve("reports/plan.tar.gz")).isNotEmptyFile();
	}

	@Test
	void theScriptFailsForAFileThatCannotBeUsed() throws Exception {
		Files.write(folder.resolve("dc/cellar.vcd"), new byte[] { (byte) 0xFF });

		assertThat(shell(block("sh")).exit()).isEqualTo(2);
	}

	@Test
	void withABaselineAndSettingsTheScriptPasses() throws Exception {
		assertThat(shell(block("sh baseline")).exit()).isZero();
		Files.createDirectory(folder.resolve("dc/standards"));
		Files.writeString(folder.resolve("dc/vcd.yaml"), block("vcd.yaml"));

		var run = shell(block("sh"));

		assertThat(run.exit()).as(run.text()).isZero();
		assertThat(run.text()).contains("hidden by a baseline");
	}

	@Test
	void theWorkflowAnnotatesKeepsThePlanAndFails() throws Exception {
		var workflow = new ObjectMapper(new YAMLFactory()).readTree(block("yaml"));
		var steps = StreamSupport.stream(workflow.at("/jobs/check/steps").spliterator(), false).toList();
		var commands = steps.stream().filter(step -> step.has("run") && !step.at("/run").asText().contains("GITHUB_PATH"))
				.map(step -> step.at("/run").asText().replace("${{ steps.findings.outputs.status }}", "\"$(sed s/status=// output)\""))
				.collect(Collectors.joining("\n"));

		var run = shell("export GITHUB_OUTPUT=output\nset -e\n" + commands);

		assertThat(run.exit()).as(run.text()).isEqualTo(1);
		assertThat(Files.readString(folder.resolve(with(steps, "sarif_file")))).contains("\"version\" : \"2.1.0\"");
		assertThat(folder.resolve(with(steps, "path:plan")).resolve("shop.cellar/plan.md")).isRegularFile();
	}

	/** What a step is given: the value of a key, or of a key that has that value. */
	private static String with(Iterable<JsonNode> steps, String key) {
		var parts = key.split(":");
		return StreamSupport.stream(steps.spliterator(), false).map(step -> step.at("/with/" + parts[0]).asText())
				.filter(value -> parts.length == 1 ? !value.isEmpty() : value.equals(parts[1])).findFirst().orElseThrow();
	}

	private record Run(int exit, String text) {
	}

	private Run shell(String script) throws IOException, InterruptedException {
		var file = Files.writeString(folder.resolve("script"), script);
		var builder = new ProcessBuilder("sh", file.toString()).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().merge("PATH", folder.toString(), (path, vcd) -> vcd + ":" + path);
		var process = builder.start();
		var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Run(process.waitFor(), text);
	}

	private static String block(String kind) {
		var block = Pattern.compile("(?ms)^```%s\n(.*?)^```$".formatted(Pattern.quote(kind))).matcher(PAGE);
		assertThat(block.find()).as("a block of " + kind).isTrue();
		return block.group(1);
	}
}
