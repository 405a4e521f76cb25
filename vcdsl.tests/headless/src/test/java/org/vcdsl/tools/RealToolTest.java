package org.vcdsl.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.vcdsl.tools.RealTool.Words;

/** How a verdict is read, shown on shell scripts that behave as the worst of the real tools do. */
class RealToolTest {

	private static final String REQUIRED = "vcdsl.toolsRequired";

	@TempDir Path folder;
	private Path artifact;
	private String requiredBefore;

	@BeforeEach void writeArtifact() throws IOException {
		artifact = Files.writeString(folder.resolve("artifact"), "anything");
		requiredBefore = System.getProperty(REQUIRED);
	}

	@AfterEach void restoreRequired() {
		if (requiredBefore == null) {
			System.clearProperty(REQUIRED);
		} else {
			System.setProperty(REQUIRED, requiredBefore);
		}
	}

	@Test void approvalIsAcceptance() {
		toolThatSays("good", 0).accepts(artifact);
	}

	@Test void silenceIsNoAcceptance() {
		assertThatThrownBy(() -> toolThatSays("0 files", 0).accepts(artifact)).hasMessageContaining("0 files");
	}

	@Test void approvalWithAWarningIsNoAcceptance() {
		RealTool tool = toolThatSays("WARNING unknown key colour; good", 0);
		assertThatThrownBy(() -> tool.accepts(artifact)).hasMessageContaining("colour");
		assertThatThrownBy(() -> tool.rejects(artifact, "colour")).hasMessageContaining("should refuse");
	}

	@Test void refusalForTheExpectedCauseIsRejection() {
		toolThatSays("refused: unknown key colour", 1).rejects(artifact, "colour");
	}

	@Test void refusalForAnotherCauseIsNoRejection() {
		assertThatThrownBy(() -> toolThatSays("refused: no such file", 1).rejects(artifact, "colour"))
				.hasMessageContaining("no such file");
	}

	@Test void aCrashIsNoRejection() {
		RealTool tool = toolThatSays("refused: colour; Traceback (most recent call last)", 1);
		assertThatThrownBy(() -> tool.rejects(artifact, "colour")).hasMessageContaining("Traceback");
	}

	@Test void aFailureWithoutAWordIsNoRejection() {
		assertThatThrownBy(() -> toolThatSays("", 127).rejects(artifact, "")).hasMessageContaining("answered 127");
	}

	@Test void theEnvironmentOfTheTestsDoesNotReachTheTool() {
		Program printenv = new Program(List.of("/bin/sh", "-c", "env"), Map.of("COLOUR", "blue"));
		assertThat(printenv.run(folder, List.of()).output().lines().map(line -> line.replaceAll("=.*", "")))
				.isSubsetOf("PATH", "HOME", "LC_ALL", "COLOUR", "PWD", "_", "SHLVL", "OLDPWD")
				.contains("COLOUR");
	}

	@Test void aMissingToolSkipsTheTestAndNamesTheRemedy() {
		System.clearProperty(REQUIRED);
		assertThatThrownBy(() -> missingTool().accepts(artifact))
				.isInstanceOf(TestAbortedException.class)
				.hasMessage("weigher is missing; to get it run releng/tools/install");
	}

	@Test void aMissingToolFailsTheTestWhereToolsAreRequired() {
		System.setProperty(REQUIRED, "true");
		assertThatThrownBy(() -> missingTool().rejects(artifact, "colour"))
				.isInstanceOf(AssertionError.class)
				.hasMessageContaining("weigher is missing");
	}

	@Test void theToolRunsInTheFolderOfTheArtifact() {
		RealTool tool = tool(Optional.of(new Program(List.of("/bin/sh", "-c", "test -f artifact && echo good"), Map.of())));
		assertThatCode(() -> tool.accepts(artifact)).doesNotThrowAnyException();
	}

	private static RealTool toolThatSays(String message, int exit) {
		return tool(Optional.of(new Program(List.of("/bin/sh", "-c", "echo '%s'; exit %d".formatted(message, exit)), Map.of())));
	}

	private static RealTool missingTool() {
		return tool(Optional.empty());
	}

	private static RealTool tool(Optional<Program> program) {
		return new RealTool("weigher", program, List::of, Words.of("good", "WARNING", "refused"));
	}
}
