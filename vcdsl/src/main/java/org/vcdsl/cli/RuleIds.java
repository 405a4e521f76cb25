package org.vcdsl.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;

/** Rules by what a user calls them. */
final class RuleIds {

	/** How many letters may be wrong, missing or too many in what was meant. */
	private static final int NEAR = 3;
	private static final int SUGGESTIONS = 3;

	private RuleIds() {
	}

	/** The rule of that id. */
	static Rule byId(String id) {
		return RuleCatalogue.byId(id).orElseThrow(() -> unknown(id));
	}

	/** The rule of that id or name, in capitals or not. */
	static Rule byIdOrName(String idOrName) {
		return RuleCatalogue.all().stream()
				.filter(rule -> rule.id().equalsIgnoreCase(idOrName) || rule.description().name().equalsIgnoreCase(idOrName))
				.findFirst().orElseThrow(() -> unknown(idOrName));
	}

	private static UnusableException unknown(String id) {
		return new UnusableException("there is no rule '%s'.%s 'vcd explain' lists all rules.".formatted(id,
				near(id).map(" Did you mean %s?"::formatted).orElse("")));
	}

	private static Optional<String> near(String id) {
		var near = RuleCatalogue.all().stream().map(Rule::id).filter(known -> distance(known, id) <= NEAR)
				.sorted(Comparator.comparing(known -> distance(known, id))).limit(SUGGESTIONS)
				.collect(Collectors.joining(", "));
		return near.isEmpty() ? Optional.empty() : Optional.of(near);
	}

	/** The letters to change, insert or delete, by V. Levenshtein. */
	private static int distance(String known, String typed) {
		var text = typed.toUpperCase(Locale.ROOT);
		var above = new int[text.length() + 1];
		for (var j = 0; j < above.length; j++) {
			above[j] = j;
		}
		for (var i = 1; i <= known.length(); i++) {
			var row = new int[above.length];
			row[0] = i;
			for (var j = 1; j < row.length; j++) {
				var change = above[j - 1] + (known.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
				row[j] = Math.min(change, Math.min(row[j - 1], above[j]) + 1);
			}
			above = row;
		}
		return above[text.length()];
	}
}
