package org.vcdsl.rule.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Supply;

/** A host whose power one feed takes away. */
public final class SingleFeed implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD307", "single-feed", Severity.INFO,
			"Host loses its power with one feed", """
			Feeds fail, and are switched off for maintenance. A host with one feed, with as many as it needs and no spare, or with
			feeds that all hang on one further up, is off for as long. That may well be intended where its workloads run elsewhere, too:
			whether it takes a service down is said by VCD301.""", """
			Feed the host from a second source ('fed by A, B'), or accept it.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var feeds = context.soleFeeds().ofSupplies();
		DeclaredHosts.of(context.topology()).stream().filter(declared -> feeds.containsKey(declared.first().supply()))
				.map(declared -> finding(declared, feeds.get(declared.first().supply()))).forEach(findings);
	}

	private Finding finding(DeclaredHosts declared, List<String> feeds) {
		var subjects = new ArrayList<>(List.of(declared.first().declaration()));
		subjects.addAll(feeds);
		return new Finding(id(), DESCRIPTION.severity(), declared.first().source(), message(declared, feeds), subjects, List.of());
	}

	private static String message(DeclaredHosts declared, List<String> feeds) {
		var supply = declared.first().supply();
		var stated = Names.listed(supply.feeds());
		if (supply.feeds().size() == 1) {
			return "%s draws its power from feed %s alone. Feed it from a second one, too, or accept it."
					.formatted(declared.subject(), stated);
		}
		if (supply.required() == supply.feeds().size()) {
			return "%s needs all of its feeds %s: any one that fails takes its power. Feed it from one more, or accept it."
					.formatted(declared.subject(), stated);
		}
		return "%s has feeds %s, but %s stand on %s: its failure takes the power of the host. Feed one of them from another source, or "
				.formatted(declared.subject(), stated, tooMany(supply), (feeds.size() == 1 ? "" : "each of ") + Names.listed(feeds))
				+ "accept it.";
	}

	/** With one needed, all feeds stand on a single one; with more needed, so many that too few are left. */
	private static String tooMany(Supply supply) {
		return supply.required() == 1 ? "all of them"
				: "with %s of %s needed, too many of them".formatted(supply.required(), supply.feeds().size());
	}
}
