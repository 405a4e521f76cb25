package org.vcdsl.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.vcdsl.companion.Located;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.FindingIdentity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/**
 * Findings of old that nobody has to look at: how many there were of each identity. Lines, numbers and words of a message do not
 * count.
 *
 * @param counts at least 1 each; files are named as seen from the folder of the baseline
 */
record Baseline(Map<FindingIdentity, Integer> counts) {

	/** Of the format: keys may be added to it, but none is taken away or changes its meaning without a new version. */
	private static final int VERSION = 1;

	private static final Comparator<FindingIdentity> ORDER = Comparator.comparing(FindingIdentity::file)
			.thenComparing(FindingIdentity::ruleId).thenComparing(identity -> String.join("\0", identity.subjects()));

	Baseline {
		var sorted = new TreeMap<FindingIdentity, Integer>(ORDER);
		sorted.putAll(counts);
		counts = Collections.unmodifiableMap(sorted);
	}

	/** Of all findings that nobody accepted. */
	static Baseline of(List<Finding> findings, UnaryOperator<FindingIdentity> seenFromBaseline) {
		var counts = new HashMap<FindingIdentity, Integer>();
		findings.stream().filter(finding -> finding.accepted().isEmpty())
				.forEach(finding -> counts.merge(seenFromBaseline.apply(finding.identity()), 1, Integer::sum));
		return new Baseline(counts);
	}

	/**
	 * Reads what {@link #print} has printed.
	 *
	 * @param name of the file, for messages
	 * @throws UnusableException at the place of what is wrong
	 */
	static Baseline parse(String text, String name) {
		var document = Located.json(text, name);
		var fields = document.fields(Set.of("version", "findings"));
		var version = required(fields, "version", document);
		if (!version.value().equals(String.valueOf(VERSION))) {
			throw version.place().wrong("this is a baseline of version %s, and only version %s is known".formatted(version.value(),
					VERSION));
		}
		var counts = new HashMap<FindingIdentity, Integer>();
		for (var entry : required(fields, "findings", document).items()) {
			var keys = entry.fields(Set.of("id", "file", "subjects", "count"));
			var subjects = required(keys, "subjects", entry).items().stream().map(Located::value).toList();
			var identity = new FindingIdentity(required(keys, "id", entry).value(), required(keys, "file", entry).value(),
					subjects);
			counts.merge(identity, count(required(keys, "count", entry)), Integer::sum);
		}
		return new Baseline(counts);
	}

	private static Located required(Map<String, Located> fields, String key, Located in) {
		var value = fields.get(key);
		if (value == null) {
			throw in.place().wrong("not a baseline: '%s' is missing".formatted(key));
		}
		return value;
	}

	private static int count(Located value) {
		if (!value.value().matches("[1-9]\\d{0,6}")) {
			throw value.place().wrong("'%s' is no number of findings".formatted(value.value()));
		}
		return Integer.parseInt(value.value());
	}

	/** The baseline as a file holds it, by file, rule and subjects. */
	String print() {
		var text = new StringWriter();
		try (var json = new JsonFactory().createGenerator(text)) {
			json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
					.withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()));
			json.writeStartObject();
			json.writeNumberField("version", VERSION);
			json.writeArrayFieldStart("findings");
			for (var entry : counts.entrySet()) {
				json.writeStartObject();
				json.writeStringField("id", entry.getKey().ruleId());
				json.writeStringField("file", entry.getKey().file());
				json.writeArrayFieldStart("subjects");
				for (var subject : entry.getKey().subjects()) {
					json.writeString(subject);
				}
				json.writeEndArray();
				json.writeNumberField("count", entry.getValue());
				json.writeEndObject();
			}
			json.writeEndArray();
			json.writeEndObject();
		} catch (IOException impossible) {
			throw new UncheckedIOException("Writing to memory cannot fail", impossible);
		}
		return text.append('\n').toString();
	}

	/**
	 * Which findings it hides, and what of it is left.
	 *
	 * @param hidden of those that share an identity, the first ones
	 * @param left how many of each identity were recorded and not found
	 */
	record Match(Set<Finding> hidden, Baseline left) {
	}

	/**
	 * Compares with what is found now.
	 *
	 * @param findings in reading order, each once
	 */
	Match match(List<Finding> findings, UnaryOperator<FindingIdentity> seenFromBaseline) {
		var left = new HashMap<>(counts);
		var hidden = new HashSet<Finding>();
		for (var finding : findings) {
			var identity = seenFromBaseline.apply(finding.identity());
			if (finding.accepted().isEmpty() && left.containsKey(identity)) {
				hidden.add(finding);
				left.computeIfPresent(identity, (same, count) -> count == 1 ? null : count - 1);
			}
		}
		return new Match(hidden, new Baseline(left));
	}

	/** The same without what a condition refuses. */
	Baseline only(Predicate<FindingIdentity> condition) {
		var kept = new HashMap<>(counts);
		kept.keySet().removeIf(condition.negate());
		return new Baseline(kept);
	}

	/** How many findings are recorded. */
	int size() {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** One line each, for people. */
	List<String> lines() {
		var lines = new ArrayList<String>();
		counts.forEach((identity, count) -> lines.add("%s in %s%s%s".formatted(identity.ruleId(), identity.file(),
				identity.subjects().isEmpty() ? "" : " about " + String.join(", ", identity.subjects()),
				count == 1 ? "" : " (%s times)".formatted(count))));
		return lines;
	}
}
