package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.conversion.ValueException;
import org.vcdsl.conversion.ValueException.Meant;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.SourceRange;

/** Collects what resolving has to say, each at its place. */
final class Remarks {

	private final SourceRanges ranges;
	private final List<Finding> findings = new ArrayList<>();

	Remarks(SourceRanges ranges) {
		this.ranges = ranges;
	}

	/** All remarks in reading order, each once: what several elements use is read several times. */
	List<Finding> findings() {
		return findings.stream().distinct().sorted(Finding.READING_ORDER).toList();
	}

	boolean hasErrors() {
		return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
	}

	void add(String ruleId, Severity severity, SourceRange source, String message, String... subjects) {
		add(new Finding(ruleId, severity, source, message, List.of(subjects), List.of()));
	}

	/** Takes in what has more to it than a message: changes of the text that settle it. */
	void add(Finding finding) {
		findings.add(finding);
	}

	/** Reads a value, or says at its place why it cannot be read. */
	<T> Optional<T> read(EObject part, EStructuralFeature feature, int index, String text, Function<String, T> reader) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(reader.apply(text));
		} catch (ValueException wrong) {
			var finding = new Finding("VCD103", Severity.ERROR, ranges.of(part, feature, index), wrong.getMessage(), List.of(), List.of());
			add(wrong.meant().flatMap(meant -> ranges.ofText(part, feature, index, meant.written())
					.map(place -> finding.fixedBy(label(meant), new Replace(place, meant.text())))).orElse(finding));
			return Optional.empty();
		}
	}

	private static String label(Meant meant) {
		return meant.text().isEmpty() ? "Take '%s' away".formatted(meant.written()) : "Write '%s'".formatted(meant.text());
	}

	/** Reads the only value of a feature. */
	<T> Optional<T> read(EObject part, EStructuralFeature feature, Function<String, T> reader) {
		return read(part, feature, 0, (String) part.eGet(feature), reader);
	}
}
