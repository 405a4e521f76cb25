package org.vcdsl.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.SourceRange;

/**
 * Findings as lines that people, editors and {@code grep} read: {@code file:line:column: severity ID message}. An accepted finding
 * says {@code accepted} in place of its severity, and at the end why.
 */
public final class FindingsText {

	private static final String ACCEPTED = "accepted";

	private FindingsText() {
	}

	/** One line a finding. */
	public static String print(List<Finding> findings) {
		return findings.stream().map(FindingsText::line).collect(Collectors.joining());
	}

	/** As {@link #print}, with the line of the text that each finding is about below it. */
	public static String printQuoting(List<Finding> findings, Map<String, String> textByFile) {
		return findings.stream().map(finding -> line(finding) + quotation(finding.source(), textByFile.get(finding.source().file())))
				.collect(Collectors.joining());
	}

	/** For instance {@code 1 error, 2 warnings; 1 accepted}. */
	public static String summary(List<Finding> findings) {
		var open = findings.stream().filter(finding -> finding.accepted().isEmpty()).collect(
				Collectors.groupingBy(Finding::severity, Collectors.counting()));
		var counts = Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).filter(open::containsKey)
				.map(severity -> count(open.get(severity), severity)).collect(Collectors.joining(", "));
		var accepted = findings.stream().filter(finding -> finding.accepted().isPresent()).count();
		return (counts.isEmpty() ? "no findings" : counts) + (accepted == 0 ? "" : "; " + accepted + " " + ACCEPTED);
	}

	private static String count(long number, Severity severity) {
		return number + " " + severity.label() + (number == 1 || severity == Severity.INFO ? "" : "s");
	}

	private static String line(Finding finding) {
		var source = finding.source();
		return onOneLine(source.file() + ":" + source.line() + ":" + source.column() + ": "
				+ finding.accepted().map(acceptance -> ACCEPTED).orElse(finding.severity().label()) + " " + finding.ruleId() + " "
				+ finding.message() + sources(finding.sources())
				+ finding.accepted().map(FindingsText::acceptance).orElse("")) + "\n";
	}

	private static String sources(List<String> sources) {
		return sources.isEmpty() ? "" : " (source: " + String.join("; ", sources) + ")";
	}

	private static String acceptance(Acceptance acceptance) {
		return " [accepted" + acceptance.until().map(day -> " until " + day).orElse("") + ": " + acceptance.reason() + "]";
	}

	private static String quotation(SourceRange source, String text) {
		return Optional.ofNullable(text).flatMap(known -> known.lines().skip(source.line() - 1).findFirst()).map(line -> {
			var start = Math.min(source.column() - 1, line.length());
			var end = source.endLine() == source.line() ? Math.min(source.endColumn() - 1, line.length()) : line.length();
			return "  " + visible(line) + "\n  " + " ".repeat(width(line.substring(0, start))) + "^"
					+ "~".repeat(Math.max(0, width(line.substring(start, Math.max(start, end))) - 1)) + "\n";
		}).orElse("");
	}

	/** The line as a terminal should show it: tabs and other control characters take one column each. */
	private static String visible(String line) {
		return line.replaceAll("\\p{Cntrl}", " ");
	}

	private static int width(String text) {
		return text.codePointCount(0, text.length());
	}

	/** No name or reason can break a line or speak to the terminal. */
	private static String onOneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ");
	}
}
