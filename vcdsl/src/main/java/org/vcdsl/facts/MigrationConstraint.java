package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;

/**
 * When a workload can move.
 *
 * @param subjects hypervisors, engines or tools it is about
 * @param kinds of moving: {@code live}, {@code offline}, {@code snapshot}, ...
 * @param severity {@code block}, {@code warn}, {@code info} or {@code rule}
 * @param text what must be so
 * @param fields what would have to be known to decide it
 */
public record MigrationConstraint(String name, List<String> subjects, List<String> kinds, Optional<String> severity,
		Optional<String> text, List<String> fields, Provenance provenance) implements CatalogueFact {

	public MigrationConstraint {
		subjects = List.copyOf(subjects);
		kinds = List.copyOf(kinds);
		fields = List.copyOf(fields);
	}
}
