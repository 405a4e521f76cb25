package org.vcdsl.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceSet;

/**
 * What the examples mean, record by record. {@code -Dvcdsl.update=true} writes {@code examples/NAME/expected/topology.yaml} anew: read
 * the difference as if it were code.
 */
class TopologyGoldenTest {

	private static final String HOW_TO_UPDATE = "to accept: ./build test -P '!eclipse' -pl vcdsl.tests/headless -am "
			+ "-Dtest=TopologyGoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dvcdsl.update=true";

	@Test
	void cellar() throws IOException {
		assertResolvesAsExpected("cellar", "cellar.vcd");
	}

	@Test
	void dc1() throws IOException {
		assertResolvesAsExpected("dc1", "dc1.vcd", "standards.vcd");
	}

	@Test
	void standardsAloneMakeNoTopologyAndRaiseNothing() {
		assertThat(pipeline().check(SourceSet.parse(List.of(Project.source("examples/dc1/standards.vcd"))))).isEmpty();
	}

	private static void assertResolvesAsExpected(String example, String... files) throws IOException {
		var folder = "examples/" + example + "/";
		var sources = Arrays.stream(files).map(file -> Project.source(folder + file)).toList();
		var checked = pipeline().check(SourceSet.parse(sources));
		assertThat(checked).hasSize(1);
		var printed = TopologyYaml.print(checked.getFirst().topology().orElseThrow().placed(Map.of()));
		var golden = Project.path(folder + "expected/topology.yaml");
		if (Boolean.getBoolean("vcdsl.update")) {
			Files.createDirectories(golden.getParent());
			Files.writeString(golden, printed);
		}
		assertThat(printed).as(HOW_TO_UPDATE).isEqualTo(Files.readString(golden));
	}
}
