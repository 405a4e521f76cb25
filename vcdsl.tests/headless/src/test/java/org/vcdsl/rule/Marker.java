package org.vcdsl.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;

/**
 * What a fixture promises of one of its lines: {@code //! VCD302 All 2 replicas}, or {@code //! accepted VCD302 All 2 replicas}. It may
 * go on with the fixes that are offered: {@code => Ask for 1 of 'web'}, several with as many arrows, or {@code => none}. What is promised of
 * a file beside the fixture begins with its place: {@code //! in shop.placement.json:8 VCD607 Address 10.1.0.12}.
 *
 * @param file absent when it is the fixture itself
 * @param parts texts that the message holds one behind the other; '…' stands between them
 * @param fixes the labels of all fixes; absent when nothing is promised of them
 */
public record Marker(Optional<String> file, int line, String ruleId, boolean accepted, List<String> parts, Optional<List<String>> fixes) {

	static final String SIGN = "//!";

	private static final String FIX = " => ";
	private static final String NO_FIX = "none";

	private static final Pattern FORM = Pattern.compile("(?:in (?<file>\\S+):(?<line>\\d+) )?(?<accepted>accepted )?(?<rule>VCD\\d{3}) (?<message>\\S.*)");

	/** Precondition: {@code text} is what stands behind {@value #SIGN}. */
	static Marker parse(int line, String text) {
		var promise = Arrays.stream(text.strip().split(FIX)).map(String::strip).toList();
		var form = FORM.matcher(promise.getFirst());
		if (!form.matches()) {
			throw new IllegalArgumentException("Line %d: '%s' is no marker; write '%s VCDnnn part of the message'"
					.formatted(line, text.strip(), SIGN));
		}
		var file = Optional.ofNullable(form.group("file"));
		return new Marker(file, file.isPresent() ? Integer.parseInt(form.group("line")) : line, form.group("rule"),
				form.group("accepted") != null,
				Arrays.stream(form.group("message").split("…")).map(String::strip).filter(part -> !part.isEmpty()).toList(),
				promise.size() == 1 ? Optional.empty()
						: Optional.of(promise.stream().skip(1).filter(label -> !label.equals(NO_FIX)).toList()));
	}

	/** The markers of one line of text. */
	public static Stream<Marker> in(int number, String line) {
		return Stream.of(line.split(SIGN)).skip(1).map(text -> parse(number, text));
	}

	/** A line as the language reads it. */
	public static String withoutMarkers(String line) {
		var start = line.indexOf(SIGN);
		return start < 0 ? line : line.substring(0, start).stripTrailing();
	}

	/** What was found without a marker, and the markers without a finding; none when each marker has its own finding. */
	public static List<String> differences(List<Marker> markers, List<Finding> findings) {
		var open = new ArrayList<>(markers);
		var differences = new ArrayList<String>();
		for (var finding : findings) {
			var marker = open.stream().filter(candidate -> candidate.isAbout(finding)).findFirst();
			marker.ifPresentOrElse(open::remove, () -> differences.add("not marked: " + Fixture.label(finding)));
		}
		open.forEach(marker -> differences.add("not found: " + marker));
		return differences;
	}

	boolean isAbout(Finding finding) {
		return finding.source().line() == line && finding.ruleId().equals(ruleId)
				&& file.map(beside -> finding.source().file().equals(beside)).orElse(true)
				&& finding.accepted().isPresent() == accepted && holdsParts(finding.message())
				&& fixes.map(labels -> labels.equals(finding.fixes().stream().map(Fix::label).toList())).orElse(true);
	}

	private boolean holdsParts(String message) {
		var end = 0;
		for (var part : parts) {
			var start = message.indexOf(part, end);
			if (start < 0) {
				return false;
			}
			end = start + part.length();
		}
		return true;
	}

	@Override
	public String toString() {
		return "%sline %d: %s%s %s%s".formatted(file.map(beside -> beside + " ").orElse(""), line, accepted ? "accepted " : "", ruleId,
				String.join(" … ", parts),
				fixes.map(labels -> FIX + String.join(FIX, labels.isEmpty() ? List.of(NO_FIX) : labels)).orElse(""));
	}
}
