package org.vcdsl.facts;

import java.util.Optional;

import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Version;

/**
 * Releases from one to another, both included; {@code 20.10.10..20.10} ends with the last release of 20.10.
 */
public record ReleaseSpan(Version first, Version last) {

	/** Whether a release lies between; empty when it is not known precisely enough to say. */
	public Optional<Boolean> contains(Version release) {
		var starts = Comparison.AT_LEAST.holds(release, first);
		var ends = Comparison.AT_MOST.holds(release, last);
		if (starts.equals(Optional.of(false)) || ends.equals(Optional.of(false))) {
			return Optional.of(false);
		}
		return starts.isPresent() && ends.isPresent() ? Optional.of(true) : Optional.empty();
	}
}
