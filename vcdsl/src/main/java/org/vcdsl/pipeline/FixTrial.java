package org.vcdsl.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.finding.TextEdit;

/** Some texts, their verdicts, and what would become of both by a fix. */
public final class FixTrial {

	private final List<SourceFile> sources;
	private final Judge judge;
	private final SourceSet parsed;
	private final List<Checked> verdicts;

	/** Judges texts as they are. */
	public FixTrial(List<SourceFile> sources, Judge judge) {
		this.sources = List.copyOf(sources);
		this.judge = judge;
		this.parsed = SourceSet.parse(sources);
		this.verdicts = judge.check(parsed);
	}

	/** Judges texts. */
	@FunctionalInterface
	public interface Judge {

		List<Checked> check(SourceSet sources);
	}

	/** How far texts get before an error ends it: what is found in a later stage was not asked before the error was gone. */
	private enum Stage {
		PARSING, LINKING, RESOLVING, JUDGING;

		static Stage of(Finding finding) {
			return switch (finding.ruleId()) {
				case "VCD100" -> PARSING;
				case "VCD101" -> LINKING;
				default -> finding.ruleId().startsWith("VCD1") ? RESOLVING : JUDGING;
			};
		}
	}

	/**
	 * The texts with a fix made, if it is good: the finding is gone, and no rule finds more than before that matters as much. Takes as
	 * long as judging all texts.
	 */
	public Optional<FixTrial> with(Finding finding, Fix fix) {
		var edits = parsed.edits(fix);
		if (edits.isEmpty()) {
			return Optional.empty();
		}
		var after = new FixTrial(sources.stream().map(source -> applied(source, edits)).toList(), judge);
		return isSettled(finding, after) ? Optional.of(after) : Optional.empty();
	}

	public List<SourceFile> sources() {
		return sources;
	}

	public List<Checked> verdicts() {
		return verdicts;
	}

	/** The findings of all texts. */
	public List<Finding> findings() {
		return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
	}

	/** A text with those edits made that are its own. */
	public static SourceFile applied(SourceFile source, List<TextEdit> edits) {
		var text = new StringBuilder(source.text());
		edits.reversed().stream().filter(edit -> edit.place().file().equals(source.name())).forEach(edit -> text
				.replace(edit.place().offset(), edit.place().offset() + edit.place().length(), edit.text()));
		return new SourceFile(source.name(), text.toString(), source.isLibrary());
	}

	private boolean isSettled(Finding finding, FixTrial after) {
		return after.count(finding) < count(finding) && isNowhereWorse(finding, counts(finding.severity()),
				after.counts(finding.severity()), after.findings());
	}

	private boolean isNowhereWorse(Finding finding, Map<String, Integer> before, Map<String, Integer> after, List<Finding> findings) {
		var isCutShort = verdicts.stream().anyMatch(verdict -> verdict.topology().isEmpty());
		return findings.stream().filter(found -> after.getOrDefault(found.ruleId(), 0) > before.getOrDefault(found.ruleId(), 0))
				.allMatch(found -> isCutShort && Stage.of(found).compareTo(Stage.of(finding)) > 0);
	}

	/** How often the same is said. */
	private long count(Finding finding) {
		return findings().stream().filter(other -> other.ruleId().equals(finding.ruleId()) && other.message().equals(finding.message()))
				.count();
	}

	/** How many findings a rule has that matter so much, and that nobody has accepted. */
	private Map<String, Integer> counts(Severity least) {
		var counts = new HashMap<String, Integer>();
		findings().stream().filter(finding -> finding.accepted().isEmpty() && finding.severity().compareTo(least) >= 0)
				.forEach(finding -> counts.merge(finding.ruleId(), 1, Integer::sum));
		return counts;
	}
}
