package org.vcdsl.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Selection;

/**
 * The acceptances of a topology and what each of them has silenced.
 *
 * <p>An acceptance silences a finding of its rule that is about the element it stands on and, if it names subjects, about one of
 * them.
 */
final class Acceptances {

	private final LocalDate today;
	private final Map<String, List<Acceptance>> byRule = new HashMap<>();
	private final Map<Acceptance, Set<Selection>> silenced = new HashMap<>();

	/** An acceptance holds until the end of its last day. */
	Acceptances(List<Acceptance> acceptances, LocalDate today) {
		this.today = today;
		acceptances.forEach(
				acceptance -> byRule.computeIfAbsent(acceptance.ruleId(), id -> new ArrayList<>()).add(acceptance));
	}

	/** The first acceptance in force of a finding about these subjects. */
	Optional<Acceptance> of(String ruleId, List<String> subjects) {
		for (var acceptance : byRule.getOrDefault(ruleId, List.of())) {
			var matched = acceptance.subjects().stream().filter(subject -> subjects.stream().anyMatch(subject::covers)).toList();
			if (subjects.stream().anyMatch(acceptance.element()::covers) && (acceptance.subjects().isEmpty() || !matched.isEmpty())) {
				silenced.computeIfAbsent(acceptance, key -> new LinkedHashSet<>()).addAll(matched);
				if (!isExpired(acceptance)) {
					return Optional.of(acceptance);
				}
			}
		}
		return Optional.empty();
	}

	boolean isExpired(Acceptance acceptance) {
		return acceptance.until().filter(today::isAfter).isPresent();
	}

	/** Whether it matched a finding, in force or not. */
	boolean matched(Acceptance acceptance) {
		return silenced.containsKey(acceptance);
	}

	/** The subjects it names that no finding was about. */
	List<String> unmatchedSubjects(Acceptance acceptance) {
		var matched = silenced.getOrDefault(acceptance, Set.of());
		return acceptance.subjects().stream().filter(subject -> !matched.contains(subject)).map(Selection::text).toList();
	}
}
