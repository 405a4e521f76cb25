package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.Project;
import org.vcdsl.plan.Action;
import org.vcdsl.plan.InWords;
import org.vcdsl.resolve.Resolved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

class PlanJsonTest {

	private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
			.getSchema(Project.read("docs/plan.schema.json"));

	@ParameterizedTest
	@MethodSource("reports")
	void printedPlanKeepsItsSchema(PlanReport report) throws IOException {
		assertThat(problems(parsed(report))).isEmpty();
	}

	static Stream<PlanReport> reports() {
		return Stream.of(PlanReports.cellar(), PlanReports.empty(), PlanReports.nasty());
	}

	@ParameterizedTest
	@MethodSource("goldens")
	void plansOfTheExamplesKeepIt(Path golden) throws IOException {
		assertThat(problems(new ObjectMapper().readTree(golden.toFile()))).isEmpty();
	}

	static Stream<Path> goldens() throws IOException {
		try (var files = Files.walk(Project.path("examples"))) {
			return files.filter(file -> file.endsWith("plan.json")).sorted().toList().stream();
		}
	}

	@Test
	void everyKindOfStepKeepsIt() throws IOException {
		var planned = Project.pipeline().plan(Resolved.check("""
				host h { hypervisor kvm { managed by db }  engine docker  engine lxc  engine containerd }
				network lan { vlan 10 }
				volume orders { size 1 GiB  on h }
				vm db on h { nic lan  disk orders }
				container web on h
				microvm fn on h
				lxc mail on h
				pod shop on h { container app }
				cluster k8s kubernetes 1.32 { members h  pod shop on h { container app } }
				""")).orElseThrow();
		var plan = parsed(new PlanReport(planned.plan(), planned.variables(), planned.manualSteps(), planned.findings()));
		assertThat(plan.findValuesAsText("action")).containsOnlyOnceElementsOf(
				Arrays.stream(Action.Creation.class.getPermittedSubclasses()).map(PlanJsonTest::verb).toList());
		assertThat(problems(plan)).isEmpty();
	}

	private static String verb(Class<?> action) {
		try {
			var things = Stream.of(action.getRecordComponents()).map(part -> part.getType() == List.class ? List.of() : "x").toArray();
			return InWords.verb((Action.Creation) action.getDeclaredConstructors()[0].newInstance(things));
		} catch (ReflectiveOperationException impossible) {
			throw new AssertionError(impossible);
		}
	}

	@Test
	void schemaRefusesWhatIsWrong() throws IOException {
		var plan = parsed(PlanReports.cellar());
		((ObjectNode) plan.at("/steps/0")).put("wave", 0).put("colour", "green").remove("check");
		((ObjectNode) plan.at("/risks/0")).put("severity", "dire");
		assertThat(problems(plan)).extracting(ValidationMessage::getMessage).hasSize(4)
				.anyMatch(message -> message.contains("wave")).anyMatch(message -> message.contains("colour"))
				.anyMatch(message -> message.contains("check")).anyMatch(message -> message.contains("severity"));
	}

	@Test
	void cellarsDatabaseIsDefinedAfterItsNetworkAndItsVolume() throws IOException {
		var plan = parsed(PlanReports.cellar());
		var step = plan.at("/steps/3");
		assertThat(step.at("/id").asText()).isEqualTo("define-vm/beta/db");
		assertThat(step.at("/action").asText()).isEqualTo("define-vm");
		assertThat(step.at("/after").toString()).isEqualTo("[\"define-network/beta/lan\",\"create-volume/beta/orders\"]");
		assertThat(step.at("/precondition").asText()).isEqualTo(
				"Network lan on beta exists; volume orders on beta exists; virtual machine db on beta is not defined");
		assertThat(step.at("/check").asText()).isEqualTo("Virtual machine db on beta is defined");
		assertThat(plan.at("/waves").size()).isEqualTo(3);
		assertThat(plan.at("/criticalPath/seconds").asInt()).isEqualTo(125);
		assertThat(plan.at("/risks/0/accepted/until").asText()).isEqualTo("2027-06-30");
		assertThat(plan.at("/risks/1/accepted").isNull()).isTrue();
	}

	@Test
	void namesComeBackAsTheyWere() throws IOException {
		var step = parsed(PlanReports.nasty()).at("/steps/0");
		assertThat(step.at("/subject").asText()).isEqualTo(PlanReports.NASTY);
		assertThat(step.at("/blockedBy").asText()).isEqualTo("VCD201");
	}

	@Test
	void linesEndWithLineFeeds() {
		assertThat(PlanJson.print(PlanReports.cellar())).startsWith("{\n  \"version\": 1,\n").endsWith("}\n").doesNotContain("\r");
	}

	private static JsonNode parsed(PlanReport report) throws IOException {
		return new ObjectMapper().readTree(PlanJson.print(report));
	}

	private static Set<ValidationMessage> problems(JsonNode plan) {
		return SCHEMA.validate(plan);
	}
}
