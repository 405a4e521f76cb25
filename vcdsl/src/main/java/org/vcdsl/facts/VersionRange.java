package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/**
 * Versions that a fact is about.
 *
 * @param bounds all of which such a version satisfies; none means every version
 * @param edition versions that only have a name: {@code current (2025-2026 docs)}
 */
public record VersionRange(List<Bound> bounds, Optional<String> edition) {

	/** Every version. */
	public static final VersionRange ANY = new VersionRange(List.of(), Optional.empty());

	public VersionRange {
		bounds = List.copyOf(bounds);
	}

	/** Whether a version lies in the range; empty when it or the range is not known precisely enough to say. */
	public Optional<Boolean> contains(Optional<Version> version) {
		if (edition.isPresent()) {
			return Optional.empty();
		}
		var isOpen = false;
		for (var bound : bounds) {
			var holds = version.flatMap(known -> bound.comparison().holds(known, bound.version()));
			if (holds.isPresent() && !holds.get()) {
				return Optional.of(false);
			}
			isOpen |= holds.isEmpty();
		}
		return isOpen ? Optional.empty() : Optional.of(true);
	}

	/** As written: {@code >= 5.0, < 6.0}; empty for every version. */
	@Override
	public String toString() {
		return edition.orElseGet(() -> bounds.stream().map(bound -> bound.comparison().symbol() + " " + bound.version())
				.collect(Collectors.joining(", ")));
	}
}
