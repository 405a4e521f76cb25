package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.failure.SinglePointsOfFailure;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Location;

/** One location holds all hosts. */
public final class EverythingInOnePlace implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD300", "everything-in-one-place", Severity.INFO,
			"Everything stands in one place", """
			A fire, a flood or a lost grid connection takes a whole site, room or rack. Where all hosts stand in
			one, nothing in the topology survives its loss; that may well be intended, so it is said once and not
			for each service.""", """
			Place hosts in a second site, room or rack, and spread the members of each service over both, or accept
			it.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var around = SinglePointsOfFailure.aroundEverything(context.topology());
		if (!around.isEmpty()) {
			var outermost = around.getFirst();
			findings.accept(new Finding(id(), DESCRIPTION.severity(), outermost.source(), message(around),
					around.stream().map(Location::name).toList(), List.of()));
		}
	}

	private static String message(List<Location> around) {
		var inside = around.stream().skip(1).map(Location::name).toList();
		return "All hosts stand in %s '%s'%s: nothing survives its loss.".formatted(
				around.getFirst().kind().label(), around.getFirst().name(),
				inside.isEmpty() ? "" : " (and there in '%s')".formatted(String.join("', '", inside)));
	}
}
