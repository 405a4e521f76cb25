package org.vcdsl.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.SourceRange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** Findings for programs: keys may be added, but none is taken away or changes its meaning without a new version. */
public final class FindingsJson {

	/** Of the format. */
	private static final int VERSION = 1;

	private static final JsonFactory FACTORY = new JsonFactory();

	private FindingsJson() {
	}

	/**
	 * One object, ending with a line feed.
	 *
	 * @param edits what a fix changes; one that changes nothing is left out
	 */
	public static String print(List<Finding> findings, Function<Fix, List<TextEdit>> edits) {
		var text = new StringWriter();
		try (var json = FACTORY.createGenerator(text)) {
			var indenter = new DefaultIndenter("  ", "\n");
			json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
			json.writeStartObject();
			json.writeNumberField("version", VERSION);
			json.writeArrayFieldStart("findings");
			for (var finding : findings) {
				print(finding, edits, json);
			}
			json.writeEndArray();
			json.writeEndObject();
		} catch (IOException impossible) {
			throw new UncheckedIOException("Writing to memory cannot fail", impossible);
		}
		return text.append('\n').toString();
	}

	private static void print(Finding finding, Function<Fix, List<TextEdit>> edits, JsonGenerator json) throws IOException {
		json.writeStartObject();
		json.writeStringField("id", finding.ruleId());
		json.writeStringField("name", RuleCatalogue.byId(finding.ruleId()).map(Rule::description).orElseThrow().name());
		json.writeStringField("severity", finding.severity().label());
		print(finding.source(), json);
		json.writeStringField("message", finding.message());
		printList("subjects", finding.subjects(), json);
		printList("sources", finding.sources(), json);
		json.writeFieldName("accepted");
		print(finding.accepted(), json);
		json.writeArrayFieldStart("fixes");
		for (var fix : finding.fixes()) {
			print(fix.label(), edits.apply(fix), json);
		}
		json.writeEndArray();
		json.writeEndObject();
	}

	private static void print(SourceRange source, JsonGenerator json) throws IOException {
		json.writeStringField("file", source.file());
		json.writeNumberField("line", source.line());
		json.writeNumberField("column", source.column());
		json.writeNumberField("endLine", source.endLine());
		json.writeNumberField("endColumn", source.endColumn());
	}

	private static void print(String label, List<TextEdit> edits, JsonGenerator json) throws IOException {
		if (edits.isEmpty()) {
			return;
		}
		json.writeStartObject();
		json.writeStringField("label", label);
		json.writeArrayFieldStart("edits");
		for (var edit : edits) {
			json.writeStartObject();
			print(edit.place(), json);
			json.writeStringField("text", edit.text());
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
	}

	private static void printList(String name, List<String> values, JsonGenerator json) throws IOException {
		json.writeArrayFieldStart(name);
		for (var value : values) {
			json.writeString(value);
		}
		json.writeEndArray();
	}

	private static void print(Optional<Acceptance> accepted, JsonGenerator json) throws IOException {
		if (accepted.isEmpty()) {
			json.writeNull();
			return;
		}
		var acceptance = accepted.get();
		json.writeStartObject();
		json.writeStringField("reason", acceptance.reason());
		json.writeStringField("until", acceptance.until().map(Object::toString).orElse(null));
		json.writeEndObject();
	}
}
