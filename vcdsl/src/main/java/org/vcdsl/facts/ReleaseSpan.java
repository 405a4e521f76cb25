package org.vcdsl.facts;

import java.util.Optional;

import org.vcdsl.topology.Comparison;
import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/**
 * Releases from one to another, both included; {@code 20.10.10..20.10} ends with the last release of 20.10. Of one release both are it.
 */
public record ReleaseSpan(Version first, Version last) {

	/** Whether whatever lies between satisfies a bound; empty where some would and others would not. */
	public Optional<Boolean> holds(Bound bound) {
		var starts = bound.comparison().holds(first, bound.version());
		var ends = bound.comparison().holds(last, bound.version());
		var between = bound.comparison() == Comparison.EXACTLY && starts.equals(Optional.of(false)) && contains(bound.version()).orElse(true);
		return starts.equals(ends) && !between ? starts : Optional.empty();
	}

	/** Whether a release lies between; empty when it is not known precisely enough to say. */
	public Optional<Boolean> contains(Version release) {
		var starts = Comparison.AT_LEAST.holds(release, first);
		var ends = Comparison.AT_MOST.holds(release, last);
		if (starts.equals(Optional.of(false)) || ends.equals(Optional.of(false))) {
			return Optional.of(false);
		}
		return starts.isPresent() && ends.isPresent() ? Optional.of(true) : Optional.empty();
	}

	/** {@code 6.1.119}, or {@code 6.1.98 to 6.1.99}. */
	@Override
	public String toString() {
		return first.equals(last) ? first.toString() : first + " to " + last;
	}
}
