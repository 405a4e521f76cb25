package org.vcdsl.backend.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.backend.BackendTopology.GIB;
import static org.vcdsl.backend.BackendTopology.MIB;
import static org.vcdsl.backend.BackendTopology.brief;
import static org.vcdsl.backend.BackendTopology.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.BackendTopology;
import org.vcdsl.backend.BackendTopology.Box;
import org.vcdsl.tools.RealTools;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ComposeBackendTest {

	private static final String REFERENCE = "registry.example.org/shop/web:3.4.1";

	@TempDir
	Path folder;

	@Test
	void dockerComposeAcceptsTheFile() throws IOException {
		RealTools.dockerCompose().accepts(written(composeFile(shop())));
	}

	@Test
	void dockerComposeRefusesAnUnknownKeyAndAnUndefinedNetwork() throws IOException {
		RealTools.dockerCompose().rejects(written(composeFile(shop()).replace("ports:", "portz:")), "portz");
		RealTools.dockerCompose().rejects(written(composeFile(shop()).replace("  lan: {}", "  wan: {}")), "lan");
	}

	@Test
	void dockerComposeReadsWhatTheTopologyStates() throws IOException {
		var project = readByDockerCompose(shop());
		assertThat(project.at("/name").asText()).isEqualTo("shop-cellar");
		assertThat(project.at("/services").fieldNames()).toIterable().containsExactly("web-1", "web-2");
		var web = project.at("/services/web-2");
		assertThat(web.at("/image").asText()).isEqualTo(REFERENCE);
		assertThat(web.at("/platform").asText()).isEqualTo("linux/amd64");
		assertThat(web.at("/restart").asText()).isEqualTo("unless-stopped");
		assertThat(web.at("/ports/0/published").asText()).isEqualTo("8444");
		assertThat(web.at("/ports/0/target").asInt()).isEqualTo(443);
		assertThat(web.at("/networks").fieldNames()).toIterable().containsExactly("lan");
		assertThat(web.at("/deploy/resources/limits/cpus").asText()).isEqualTo("2");
		assertThat(web.at("/deploy/resources/limits/memory").asLong()).isEqualTo(GIB);
		assertThat(web.at("/deploy/resources/reservations/cpus").asText()).isEqualTo("0.25");
		assertThat(web.at("/deploy/resources/reservations/memory").asLong()).isEqualTo(256 * MIB);
		assertThat(web.at("/cpu_shares").asInt()).isEqualTo(256);
	}

	@Test
	void cpusAreExactDecimals() {
		assertThat(composeFile(alone(box -> box.cpu(1, 100)))).contains("cpus: \"0.001\"", "cpus: \"0.1\"", "cpu_shares: 2\n");
		assertThat(composeFile(alone(box -> box.cpu(1500, 10_000)))).contains("cpus: \"1.5\"", "cpus: \"10\"",
				"cpu_shares: 1536\n");
	}

	@Test
	void memoryIsExact() throws IOException {
		var project = readByDockerCompose(alone(box -> box.memory(1025, 3 * MIB)));
		assertThat(project.at("/services/box/deploy/resources/reservations/memory").asLong()).isEqualTo(1025);
		assertThat(project.at("/services/box/deploy/resources/limits/memory").asLong()).isEqualTo(3 * MIB);
	}

	@Test
	void whatNobodyStatedIsNotInTheFile() {
		assertThat(composeFile(alone(box -> box))).isEqualTo("""
				name: small
				services:
				  box:
				    image: registry.example.org/shop/web:3.4.1
				    labels:
				      org.vcdsl.workload: box
				    restart: unless-stopped
				""");
	}

	@Test
	void stringsOfAnyCharactersComeBackAsTheyWere() throws IOException {
		var nasty = "reg/x:\"'$HOME ${A} $$ {{ 7*7 }} <&> a: b # c\\n zażółć 😀\nline 2";
		var topology = new BackendTopology("small").engineHost("alpha", "docker").image("app", nasty)
				.container("box", "alpha", box -> box).build();
		assertThat(readByDockerCompose(topology).at("/services/box/image").asText()).isEqualTo(nasty);
		var named = new BackendTopology(nasty).engineHost("alpha", "docker").image("app", REFERENCE)
				.container(nasty, "alpha", box -> box).build();
		assertThat(readByDockerCompose(named).at("/services").iterator().next().path("labels").path("org.vcdsl.workload")
				.asText()).isEqualTo(nasty);
	}

	@Test
	void eachDockerHostHasAFile() {
		var topology = new BackendTopology("small").engineHost("alpha", "docker").engineHost("gamma", "docker")
				.image("app", REFERENCE).container("a", "gamma", box -> box).container("b", "alpha", box -> box)
				.container("c", "gamma", box -> box).build();
		assertThat(run(new ComposeBackend(), topology).artifacts()).extracting(Artifact::path)
				.containsExactly("compose/gamma/compose.yaml", "compose/alpha/compose.yaml");
	}

	@Test
	void thatContainersAreNotOnTheNetworkItselfIsSaidOnceANetwork() {
		assertThat(brief(run(new ComposeBackend(), shop()).findings())).containsExactly("VCD802 warning 2 lan");
	}

	@Test
	void otherEnginesAreNotExpressed() {
		var topology = new BackendTopology("small").engineHost("win1", "containerd").image("app", REFERENCE)
				.container(List.of("iis[1]", "iis[2]"), "win1", box -> box).build();
		var output = run(new ComposeBackend(), topology);
		assertThat(output.artifacts()).isEmpty();
		assertThat(brief(output.findings())).containsExactly("VCD802 warning 3 iis[1],iis[2]");
	}

	@Test
	void withoutAnImageNoServiceIsWritten() {
		var output = run(new ComposeBackend(), alone(Box::withoutImage));
		assertThat(output.artifacts()).isEmpty();
		assertThat(brief(output.findings())).containsExactly("VCD801 warning 3 box");
	}

	private static Topology shop() {
		return new BackendTopology("shop.cellar").engineHost("alpha", "docker").network("lan", "10.0.0.0/24", 10)
				.image("app", REFERENCE, new Platform("linux", "amd64", Optional.empty()))
				.container(List.of("web[1]", "web[2]"), "alpha", ComposeBackendTest::web).build();
	}

	private static Box web(Box box) {
		return box.cpu(250, 2000).memory(256 * MIB, GIB).publish(8444, 443).nics("lan");
	}

	private static Topology alone(UnaryOperator<Box> details) {
		return new BackendTopology("small").engineHost("alpha", "docker").image("app", REFERENCE)
				.container("box", "alpha", details).build();
	}

	private static String composeFile(Topology topology) {
		return run(new ComposeBackend(), topology).artifacts().getFirst().text();
	}

	/** Compose doubles every dollar when it prints, so that its output is a Compose file again. */
	private JsonNode readByDockerCompose(Topology topology) throws IOException {
		var answer = RealTools.dockerComposeToJson().answerTo(written(composeFile(topology)));
		return new ObjectMapper().readTree(answer.replace("$$", "$"));
	}

	private Path written(String text) throws IOException {
		return Files.writeString(folder.resolve("compose.yaml"), text);
	}
}
