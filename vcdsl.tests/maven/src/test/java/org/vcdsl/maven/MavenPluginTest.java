package org.vcdsl.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that keeps its datacentre in Maven, as docs/maven.md shows it. */
class MavenPluginTest {

	@TempDir
	Path folder;

	private MavenProject project;

	@BeforeEach
	void copyTheExample() throws IOException {
		project = MavenProject.copyTo(folder);
	}

	@Test
	void mavenGeneratesWhatTheCommandLineWritesByteForByte() throws IOException, InterruptedException {
		var maven = project.mvn("verify");
		assertThat(maven.exit()).as(maven.output()).isZero();
		var commandLine = project.vcd("plan", "--output", "by-hand", "src/main/vcd");
		assertThat(commandLine.exit()).as(commandLine.output()).isZero();

		var written = project.filesIn("by-hand");
		assertThat(written.keySet().removeIf(name -> name.endsWith(".vcd-manifest"))).isTrue();
		assertThat(written.get("acme.branch/cloud-init/files-1/network-config")).as("the placement file was read").contains("10.8.0.11/24");
		assertThat(written.get("acme.branch/plan.json")).as("vcd.yaml was read").doesNotContain("VCD300");
		assertThat(project.filesIn("target/vcd")).isEqualTo(written);
	}

	@Test
	void anErrorInTheTextFailsTheBuildAndIsSaidAtItsPlace() throws IOException, InterruptedException {
		var file = folder.resolve("src/main/vcd/files.vcd");
		Files.writeString(file, Files.readString(file).replace("needs 1 of files", "needs 1 of flies"));

		var maven = project.mvn("verify");

		assertThat(maven.exit()).isNotZero();
		assertThat(maven.output().lines().filter(line -> line.startsWith("[ERROR]"))).anySatisfy(line -> assertThat(line)
				.contains("'flies'", "Did you mean 'files'", "files.vcd line : 18 column : 14"));
		assertThat(folder.resolve("target/vcd")).doesNotExist();
	}
}
