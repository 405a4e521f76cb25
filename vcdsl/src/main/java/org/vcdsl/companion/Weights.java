package org.vcdsl.companion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;

/**
 * How much findings matter.
 *
 * @param severities by the id of a rule
 * @param disabled ids of rules whose findings are left out
 */
public record Weights(Map<String, Severity> severities, Set<String> disabled) {

	/** What the rules say themselves. */
	public static final Weights NONE = new Weights(Map.of(), Set.of());

	public Weights {
		severities = Map.copyOf(severities);
		disabled = Set.copyOf(disabled);
	}

	/** These, and where they say nothing the others: who weighs a rule asks it, whatever the others say. */
	public Weights over(Weights others) {
		var weighed = new HashMap<>(others.severities);
		weighed.putAll(severities);
		var left = new HashSet<>(others.disabled);
		left.removeAll(severities.keySet());
		left.addAll(disabled);
		return new Weights(weighed, left);
	}

	/** Whether findings of a rule are left in. */
	public boolean ask(String ruleId) {
		return !disabled.contains(ruleId);
	}

	/** A finding with its weight; absent if it is left out. */
	public Optional<Finding> weigh(Finding finding) {
		return Optional.of(finding).filter(any -> ask(any.ruleId()))
				.map(any -> any.weighedAs(severities.getOrDefault(any.ruleId(), any.severity())));
	}
}
