package org.vcdsl.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.SourceRange;

/**
 * One thing an architect should know, at its place.
 *
 * @param ruleId for instance {@code VCD301}
 * @param source the place at fault
 * @param message with names and the sum shown, why, and what to do
 * @param subjects names of the elements it is about, the one at fault first
 * @param sources where the facts it rests on come from
 * @param accepted why it is silenced, if it is
 * @param fixes changes of the text each of which settles it; several when it is the architect who has to choose
 */
public record Finding(String ruleId, Severity severity, SourceRange source, String message, List<String> subjects,
		List<String> sources, Optional<Acceptance> accepted, List<Fix> fixes) {

	/** By place, then rule, then text: the order in which findings are printed. */
	public static final Comparator<Finding> READING_ORDER = Comparator.comparing(Finding::source)
			.thenComparing(Finding::ruleId).thenComparing(Finding::message);

	public Finding {
		subjects = List.copyOf(subjects);
		sources = List.copyOf(sources);
		fixes = List.copyOf(fixes);
	}

	/** A finding that no change of the text settles by itself. */
	public Finding(String ruleId, Severity severity, SourceRange source, String message, List<String> subjects,
			List<String> sources, Optional<Acceptance> accepted) {
		this(ruleId, severity, source, message, subjects, sources, accepted, List.of());
	}

	/** A finding that nobody accepted. */
	public Finding(String ruleId, Severity severity, SourceRange source, String message, List<String> subjects,
			List<String> sources) {
		this(ruleId, severity, source, message, subjects, sources, Optional.empty());
	}

	/** What it is known by from one run to the next. */
	public FindingIdentity identity() {
		return new FindingIdentity(ruleId, source.file(), subjects);
	}

	/** The same finding, mattering more or less. */
	public Finding weighedAs(Severity other) {
		return new Finding(ruleId, other, source, message, subjects, sources, accepted, fixes);
	}

	/** The same finding, silenced. */
	public Finding acceptedBy(Acceptance acceptance) {
		return new Finding(ruleId, severity, source, message, subjects, sources, Optional.of(acceptance), fixes);
	}

	/** The same finding, with changes that settle it. */
	public Finding fixedBy(List<Fix> others) {
		return new Finding(ruleId, severity, source, message, subjects, sources, accepted, others);
	}

	/** The same finding, with the one change that settles it. */
	public Finding fixedBy(String label, Change change) {
		return fixedBy(List.of(new Fix(label, change)));
	}
}
