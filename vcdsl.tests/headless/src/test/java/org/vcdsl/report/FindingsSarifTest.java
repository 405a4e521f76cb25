package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.SourceRange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** SARIF against the schema of OASIS, and what it is to say. */
class FindingsSarifTest {

	private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(
			FindingsSarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"),
			SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

	private static final String SHOP = """
			package shop
			import vcd.catalog.*
			site north { host alpha { engine docker } }
			site south { host beta { engine docker } }
			container web[1] on alpha
			container web[2] on beta
			service shopfront {
			  needs web
			}
			""";

	@ParameterizedTest
	@ValueSource(strings = { "cellar", "dc1", "quorum", "legacy", "mixed" })
	void examplesKeepTheSchema(String example) throws IOException {
		assertThat(problems(sarif(List.of(Project.source("examples/%s/%s.vcd".formatted(example, example)))))).isEmpty();
	}

	@Test
	void nastyNamesKeepTheSchema() throws IOException {
		var nasty = finding("VCD301", "a folder/caf\u00e9 100%#?.vcd", 3, "he said \"no\"\n\u0001");
		var log = parsed(FindingsSarif.print(List.of(nasty), fix -> List.of(), Optional.of("1.0.0")));

		assertThat(problems(log)).isEmpty();
		assertThat(uri(log)).isEqualTo("a%20folder/caf%C3%A9%20100%25%23%3F.vcd");
		assertThat(log.at("/runs/0/results/0/message/text").asText()).isEqualTo("he said \"no\"\n\u0001 (source: a book)");
		assertThat(log.at("/runs/0/tool/driver/version").asText()).isEqualTo("1.0.0");
	}

	@Test
	void theSchemaRefusesWhatIsWrong() throws IOException {
		var log = sarif(List.of(new SourceFile("shop.vcd", SHOP)));
		((ObjectNode) log.at("/runs/0/results/0")).put("level", "dire").put("colour", "green");
		((ObjectNode) log.at("/runs/0/results/0/locations/0/physicalLocation/region")).put("startLine", 0);

		assertThat(problems(log)).extracting(ValidationMessage::getMessage).hasSize(3)
				.anyMatch(message -> message.contains("level")).anyMatch(message -> message.contains("colour"))
				.anyMatch(message -> message.contains("startLine"));
	}

	@Test
	void noFindingsAreARunWithoutResults() throws IOException {
		var log = parsed(FindingsSarif.print(List.of(), fix -> List.of(), Optional.empty()));

		assertThat(problems(log)).isEmpty();
		assertThat(log.at("/runs/0/results").toString()).isEqualTo("[]");
	}

	@Test
	void aResultSaysWhatWhereAndWhichRule() throws IOException {
		var log = sarif(List.of(new SourceFile("./dc/shop.vcd", SHOP)));
		var result = result(log, "VCD105");

		assertThat(result.at("/level").asText()).isEqualTo("note");
		assertThat(uri(log)).isEqualTo("dc/shop.vcd");
		assertThat(result.at("/locations/0/physicalLocation/region").toString())
				.isEqualTo("{\"startLine\":8,\"startColumn\":3,\"endLine\":8,\"endColumn\":12}");
		var rule = log.at("/runs/0/tool/driver/rules").get(result.at("/ruleIndex").asInt());
		assertThat(rule.at("/id").asText()).isEqualTo("VCD105");
		assertThat(rule.at("/name").asText()).isEqualTo("need-without-number");
		assertThat(rule.at("/help/text").asText()).contains("'vcd explain VCD105'");
		assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("note");
	}

	@Test
	void aFixSaysWhatIsReplaced() throws IOException {
		var fixes = result(sarif(List.of(new SourceFile("shop.vcd", SHOP))), "VCD105").at("/fixes");

		assertThat(fixes.at("/0/description/text").asText()).isEqualTo("Ask for 1 of 'web'");
		assertThat(fixes.at("/0/artifactChanges/0/replacements").toString()).isEqualTo(
				"[{\"deletedRegion\":{\"startLine\":8,\"startColumn\":9,\"endLine\":8,\"endColumn\":9},"
						+ "\"insertedContent\":{\"text\":\"1 of \"}}]");
	}

	@Test
	void anAcceptedFindingIsSuppressedInTheSourceAndSaysWhy() throws IOException {
		var log = sarif(List.of(Project.source("examples/cellar/cellar.vcd")));
		var results = results(log);
		var suppressed = results.stream().filter(result -> !result.at("/suppressions").isEmpty()).toList();

		assertThat(suppressed).hasSize(2).allMatch(result -> result.at("/ruleId").asText().equals("VCD301"));
		assertThat(suppressed.getFirst().at("/suppressions/0/kind").asText()).isEqualTo("inSource");
		assertThat(suppressed.getFirst().at("/suppressions/0/justification").asText())
				.isEqualTo("shop closes at night; owner agreed (until 2027-06-30)");
		assertThat(results).as("either all results state it or none").allMatch(result -> result.has("suppressions"));
	}

	@Test
	void fingerprintsStayWhenLinesMoveAndTellFindingsApart() throws IOException {
		var cellar = Project.source("examples/cellar/cellar.vcd");
		var moved = new SourceFile(cellar.name(), cellar.text().replaceFirst("\n", "\n\n// moved\n\n"));

		assertThat(fingerprints(sarif(List.of(moved)))).isEqualTo(fingerprints(sarif(List.of(cellar)))).doesNotHaveDuplicates()
				.isNotEmpty();
	}

	@Test
	void whatSharesAnIdentityIsCounted() throws IOException {
		var log = parsed(FindingsSarif.print(List.of(finding("VCD100", "a.vcd", 1, "x"), finding("VCD100", "a.vcd", 2, "y")),
				fix -> List.of(), Optional.empty()));

		assertThat(fingerprints(log)).extracting(text -> text.substring(text.indexOf(':'))).containsExactly(":1", ":2");
	}

	@Test
	void namesFromTheTopOfTheDiskAreAbsolute() throws IOException {
		assertThat(uriOf("/srv/dc 1/a.vcd")).isEqualTo("file:///srv/dc%201/a.vcd");
		assertThat(uriOf("C:/dc/a.vcd")).isEqualTo("file:///C:/dc/a.vcd");
	}

	private static String uriOf(String file) throws IOException {
		return uri(parsed(FindingsSarif.print(List.of(finding("VCD100", file, 1, "x")), fix -> List.of(), Optional.empty())));
	}

	private static Finding finding(String rule, String file, int line, String message) {
		var place = new SourceRange(file, 0, 1, line, 1, line, 2);
		return new Finding(rule, Severity.ERROR, place, message, List.of("mains"), List.of("a book"), Optional.of(
				new Acceptance(rule, List.of(), Selection.of("mains"), "agreed", Optional.of(LocalDate.of(2027, 1, 1)), place)));
	}

	private static JsonNode sarif(List<SourceFile> files) throws IOException {
		var sources = SourceSet.parse(files);
		var findings = PackageFindings.flat(Project.pipeline().check(sources).stream()
				.map(checked -> new PackageFindings(checked.name(), checked.findings())).toList());
		return parsed(FindingsSarif.print(findings, sources::edits, Optional.empty()));
	}

	private static List<JsonNode> results(JsonNode log) {
		return StreamSupport.stream(log.at("/runs/0/results").spliterator(), false).toList();
	}

	private static JsonNode result(JsonNode log, String rule) {
		return results(log).stream().filter(result -> result.at("/ruleId").asText().equals(rule)).findFirst().orElseThrow();
	}

	private static List<String> fingerprints(JsonNode log) {
		return results(log).stream().map(result -> result.at("/partialFingerprints").iterator().next().asText()).toList();
	}

	private static String uri(JsonNode log) {
		return log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").asText();
	}

	private static JsonNode parsed(String text) throws IOException {
		return new ObjectMapper().readTree(text);
	}

	private static Set<ValidationMessage> problems(JsonNode log) {
		return SCHEMA.validate(log);
	}
}
