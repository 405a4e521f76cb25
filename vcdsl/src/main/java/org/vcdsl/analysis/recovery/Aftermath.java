package org.vcdsl.analysis.recovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What becomes of those that say {@code recover auto} after a loss.
 *
 * @param outcomes of the ones whose host is lost, by name
 */
public record Aftermath(Loss loss, Map<String, Outcome> outcomes) {

	public Aftermath {
		outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
	}

	/** What those stand on that come back, by their names. */
	public Map<String, String> places() {
		return outcomes.entrySet().stream()
				.flatMap(outcome -> place(outcome.getValue()).map(place -> Map.entry(outcome.getKey(), place)).stream())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	private static Optional<String> place(Outcome outcome) {
		return outcome instanceof Outcome.ComesBack back ? Optional.of(back.platform()) : Optional.empty();
	}
}
