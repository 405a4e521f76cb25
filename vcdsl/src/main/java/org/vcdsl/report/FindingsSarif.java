package org.vcdsl.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.FindingIdentity;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.SourceRange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/**
 * Findings as code hosts and CI servers read them: one run of SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format, 2020).
 *
 * <p>An accepted finding is a result that is suppressed in the source. What a finding is known by from one run to the next is a partial
 * fingerprint of its {@link FindingIdentity}. Files are named relative to {@code %SRCROOT%}, which is the folder that {@code vcd} ran in.
 */
public final class FindingsSarif {

	private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
	private static final String FINGERPRINT = "vcdFinding/v1";
	private static final int FINGERPRINT_LENGTH = 32;
	private static final JsonFactory FACTORY = new JsonFactory();

	private final JsonGenerator json;
	private final Function<Fix, List<TextEdit>> edits;
	private final Map<FindingIdentity, Integer> seen = new HashMap<>();

	private FindingsSarif(JsonGenerator json, Function<Fix, List<TextEdit>> edits) {
		this.json = json;
		this.edits = edits;
	}

	/**
	 * One log with one run, ending with a line feed.
	 *
	 * @param edits what a fix changes; one that changes nothing is left out
	 * @param version of the tool, if it was released
	 */
	public static String print(List<Finding> findings, Function<Fix, List<TextEdit>> edits, Optional<String> version) {
		var text = new StringWriter();
		try (var json = FACTORY.createGenerator(text)) {
			var indenter = new DefaultIndenter("  ", "\n");
			json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
			new FindingsSarif(json, edits).printLog(findings, version);
		} catch (IOException impossible) {
			throw new UncheckedIOException("Writing to memory cannot fail", impossible);
		}
		return text.append('\n').toString();
	}

	private void printLog(List<Finding> findings, Optional<String> version) throws IOException {
		var rules = findings.stream().map(Finding::ruleId).distinct().sorted().toList();
		json.writeStartObject();
		json.writeStringField("$schema", SCHEMA);
		json.writeStringField("version", "2.1.0");
		json.writeArrayFieldStart("runs");
		json.writeStartObject();
		printTool(rules, version);
		json.writeStringField("columnKind", "utf16CodeUnits");
		json.writeArrayFieldStart("results");
		for (var finding : findings) {
			printResult(finding, rules.indexOf(finding.ruleId()));
		}
		json.writeEndArray();
		json.writeEndObject();
		json.writeEndArray();
		json.writeEndObject();
	}

	private void printTool(List<String> rules, Optional<String> version) throws IOException {
		json.writeObjectFieldStart("tool");
		json.writeObjectFieldStart("driver");
		json.writeStringField("name", "VCDSL");
		if (version.isPresent()) {
			json.writeStringField("version", version.get());
		}
		json.writeArrayFieldStart("rules");
		for (var rule : rules) {
			printRule(RuleCatalogue.byId(rule).map(Rule::description).orElseThrow());
		}
		json.writeEndArray();
		json.writeEndObject();
		json.writeEndObject();
	}

	private void printRule(RuleDescription rule) throws IOException {
		json.writeStartObject();
		json.writeStringField("id", rule.id());
		json.writeStringField("name", rule.name());
		printText("shortDescription", rule.title() + ".");
		printText("fullDescription", rule.rationale());
		printText("help", help(rule));
		json.writeObjectFieldStart("defaultConfiguration");
		json.writeStringField("level", level(rule.severity()));
		json.writeEndObject();
		json.writeEndObject();
	}

	private static String help(RuleDescription rule) {
		var sources = rule.sources().isEmpty() ? "" : " Source: %s.".formatted(String.join("; ", rule.sources()));
		return rule.remedy() + sources + " 'vcd explain %s' tells more.".formatted(rule.id());
	}

	/** Either all results of a run state their suppressions or none does (3.27.23). */
	private void printResult(Finding finding, int ruleIndex) throws IOException {
		json.writeStartObject();
		json.writeStringField("ruleId", finding.ruleId());
		json.writeNumberField("ruleIndex", ruleIndex);
		json.writeStringField("level", level(finding.severity()));
		printText("message", message(finding));
		json.writeArrayFieldStart("locations");
		json.writeStartObject();
		printPhysicalLocation(finding.source());
		json.writeArrayFieldStart("logicalLocations");
		for (var subject : finding.subjects()) {
			json.writeStartObject();
			json.writeStringField("fullyQualifiedName", subject);
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
		json.writeEndArray();
		json.writeObjectFieldStart("partialFingerprints");
		json.writeStringField(FINGERPRINT, fingerprint(finding.identity()));
		json.writeEndObject();
		json.writeArrayFieldStart("suppressions");
		if (finding.accepted().isPresent()) {
			printSuppression(finding.accepted().get());
		}
		json.writeEndArray();
		printFixes(finding.fixes());
		json.writeEndObject();
	}

	private static String message(Finding finding) {
		return finding.message() + (finding.sources().isEmpty() ? "" : " (source: %s)".formatted(String.join("; ", finding.sources())));
	}

	private void printSuppression(Acceptance acceptance) throws IOException {
		json.writeStartObject();
		json.writeStringField("kind", "inSource");
		json.writeStringField("status", "accepted");
		json.writeStringField("justification",
				acceptance.reason() + acceptance.until().map(day -> " (until %s)".formatted(day)).orElse(""));
		json.writeObjectFieldStart("location");
		printPhysicalLocation(acceptance.source());
		json.writeEndObject();
		json.writeEndObject();
	}

	private void printFixes(List<Fix> fixes) throws IOException {
		var changes = new LinkedHashMap<Fix, List<TextEdit>>();
		fixes.forEach(fix -> changes.put(fix, edits.apply(fix)));
		changes.values().removeIf(List::isEmpty);
		if (changes.isEmpty()) {
			return;
		}
		json.writeArrayFieldStart("fixes");
		for (var change : changes.entrySet()) {
			json.writeStartObject();
			printText("description", change.getKey().label());
			json.writeArrayFieldStart("artifactChanges");
			var byFile = change.getValue().stream()
					.collect(Collectors.groupingBy(edit -> edit.place().file(), LinkedHashMap::new, Collectors.toList()));
			for (var file : byFile.entrySet()) {
				printArtifactChange(file.getKey(), file.getValue());
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		json.writeEndArray();
	}

	private void printArtifactChange(String file, List<TextEdit> changes) throws IOException {
		json.writeStartObject();
		printArtifactLocation(file);
		json.writeArrayFieldStart("replacements");
		for (var edit : changes) {
			json.writeStartObject();
			printRegion("deletedRegion", edit.place());
			printText("insertedContent", edit.text());
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
	}

	private void printPhysicalLocation(SourceRange source) throws IOException {
		json.writeObjectFieldStart("physicalLocation");
		printArtifactLocation(source.file());
		printRegion("region", source);
		json.writeEndObject();
	}

	private void printArtifactLocation(String file) throws IOException {
		json.writeObjectFieldStart("artifactLocation");
		json.writeStringField("uri", uri(file));
		if (!isAbsolute(file)) {
			json.writeStringField("uriBaseId", "%SRCROOT%");
		}
		json.writeEndObject();
	}

	private void printRegion(String name, SourceRange source) throws IOException {
		json.writeObjectFieldStart(name);
		json.writeNumberField("startLine", source.line());
		json.writeNumberField("startColumn", source.column());
		json.writeNumberField("endLine", source.endLine());
		json.writeNumberField("endColumn", source.endColumn());
		json.writeEndObject();
	}

	private void printText(String name, String text) throws IOException {
		json.writeObjectFieldStart(name);
		json.writeStringField("text", text);
		json.writeEndObject();
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

	/** The same for a finding that has moved to other lines; what shares an identity is counted in reading order. */
	private String fingerprint(FindingIdentity identity) {
		var parts = new ArrayList<>(List.of(identity.ruleId(), uri(identity.file())));
		parts.addAll(identity.subjects());
		return hash(String.join("\0", parts)) + ":" + seen.merge(identity, 1, Integer::sum);
	}

	private static String hash(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH);
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java has SHA-256", impossible);
		}
	}

	private static boolean isAbsolute(String file) {
		return file.startsWith("/") || file.matches("[A-Za-z]:/.*");
	}

	/** The name of a file as a URI (RFC 3986), without segments that say 'here'. */
	private static String uri(String file) {
		if (isAbsolute(file)) {
			return "file://" + (file.startsWith("/") ? "" : "/") + encoded(file).replaceFirst("^([A-Za-z])%3A/", "$1:/");
		}
		return encoded(file);
	}

	private static String encoded(String file) {
		return Arrays.stream(file.split("/", -1)).filter(segment -> !segment.equals("."))
				.map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
	}
}
