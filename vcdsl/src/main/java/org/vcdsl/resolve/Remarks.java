package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.conversion.ValueException;
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
		findings.add(new Finding(ruleId, severity, source, message, List.of(subjects), List.of()));
	}

	/** Reads a value, or says at its place why it cannot be read. */
	<T> Optional<T> read(EObject part, EStructuralFeature feature, int index, String text, Function<String, T> reader) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(reader.apply(text));
		} catch (ValueException wrong) {
			add("VCD103", Severity.ERROR, ranges.of(part, feature, index), wrong.getMessage());
			return Optional.empty();
		}
	}

	/** Reads the only value of a feature. */
	<T> Optional<T> read(EObject part, EStructuralFeature feature, Function<String, T> reader) {
		return read(part, feature, 0, (String) part.eGet(feature), reader);
	}
}
