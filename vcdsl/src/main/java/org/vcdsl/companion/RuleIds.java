package org.vcdsl.companion;

import java.util.Optional;

import org.vcdsl.messages.NearNames;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;

/** Rules by what a user calls them. */
public final class RuleIds {

	private RuleIds() {
	}

	/** The rule of that id. */
	public static Rule byId(String id) {
		return RuleCatalogue.byId(id).orElseThrow(() -> unknown(id));
	}

	/** The rule of that id or name, in capitals or not. */
	public static Rule byIdOrName(String idOrName) {
		return RuleCatalogue.all().stream()
				.filter(rule -> rule.id().equalsIgnoreCase(idOrName) || rule.description().name().equalsIgnoreCase(idOrName))
				.findFirst().orElseThrow(() -> unknown(idOrName));
	}

	private static UnusableException unknown(String id) {
		return new UnusableException("there is no rule '%s'.%s 'vcd explain' lists all rules.".formatted(id,
				near(id).map(" Did you mean %s?"::formatted).orElse("")));
	}

	private static Optional<String> near(String id) {
		var near = NearNames.of(id, RuleCatalogue.all().stream().map(Rule::id));
		return near.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", near));
	}
}
