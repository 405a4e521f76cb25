package org.vcdsl.releng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Eclipse target platform and the list of versions never part. */
class TargetDefinitionTest {

	private static final Path RELENG = Path.of(System.getProperty("vcdsl.root"), "releng");

	@Test
	void targetFileIsWhatTheVersionListImplies() throws IOException {
		var expected = TargetDefinition.of(RELENG.resolve("vcdsl.bom/pom.xml")).render();
		var file = RELENG.resolve("vcdsl.target/vcdsl.target");
		if (Boolean.getBoolean("vcdsl.update")) {
			Files.writeString(file, expected);
		}
		assertThat(file).as("rewrite it as the head of releng/vcdsl.bom/pom.xml says").hasContent(expected);
	}

	@Test
	void everyVersionOfTheTargetIsExact() throws IOException {
		var artifacts = TargetDefinition.of(RELENG.resolve("vcdsl.bom/pom.xml")).sections().values();
		assertThat(artifacts).flatMap(section -> section).hasSizeGreaterThan(150)
				.allSatisfy(artifact -> assertThat(artifact.version()).matches("\\d[\\w.-]*"));
	}
}
