package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

class PlanJsonTest {

	private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
			.getSchema(PlanJson.class.getResourceAsStream("plan.schema.json"));

	@ParameterizedTest
	@MethodSource("reports")
	void printedPlanKeepsItsSchema(PlanReport report) throws IOException {
		assertThat(problems(parsed(report))).isEmpty();
	}

	static Stream<PlanReport> reports() {
		return Stream.of(PlanReports.cellar(), PlanReports.empty(), PlanReports.nasty());
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
