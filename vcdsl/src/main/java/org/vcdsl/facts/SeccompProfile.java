package org.vcdsl.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.topology.Version;

/**
 * Which system calls the default seccomp profiles of an engine name. A call that is named may still ask for a capability.
 *
 * @param engine name of the engine
 * @param checked releases whose profiles were looked at
 * @param calls releases that name a call; none if no release does
 */
public record SeccompProfile(String name, Optional<String> engine, Optional<ReleaseSpan> checked, Map<String, List<ReleaseSpan>> calls,
		Provenance provenance) implements CatalogueFact {

	public SeccompProfile {
		calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
	}

	/** Whether a release's profile names a call; empty when nobody looked, or the release is not known precisely enough. */
	public Optional<Boolean> names(String call, Version release) {
		if (!calls.containsKey(call) || !checked.flatMap(span -> span.contains(release)).orElse(false)) {
			return Optional.empty();
		}
		var answers = calls.get(call).stream().map(span -> span.contains(release)).toList();
		if (answers.contains(Optional.of(true))) {
			return Optional.of(true);
		}
		return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
	}
}
