package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.network.OverlappingNetworks;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** Networks that have an address in common. */
public final class CidrOverlap implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD705", "cidr-overlap", Severity.WARNING,
			"Blocks of two networks overlap", """
			An address leads to one place. Where the blocks of two networks overlap, whoever is in both, or between them, sends
			what is meant for one of them into the other, and addresses are given out twice.""", """
			Give one of the networks another block, or split the larger one.""", List.of(
					"RFC 4632, Classless Inter-domain Routing (CIDR)"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.overlappingNetworks().stream()
				.map(pair -> new Finding(id(), DESCRIPTION.severity(), pair.network().source(), message(pair),
						List.of(pair.network().name(), pair.other().name()), List.of()))
				.forEach(findings);
	}

	private static String message(OverlappingNetworks pair) {
		return "Networks '%s' and '%s' overlap: %s. Give '%s' another block.".formatted(pair.other().name(), pair.network().name(),
				pair.inner().equals(pair.outer()) ? "both have " + pair.inner() : "%s lies in %s".formatted(pair.inner(), pair.outer()),
				pair.network().name());
	}
}
