package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.capacity.Part;
import org.vcdsl.analysis.capacity.PortDemand;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** What is plugged into a switch against its ports. */
public final class SwitchPortsExceeded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD406", "switch-ports-exceeded", Severity.ERROR,
			"More is plugged into a switch than it has ports", """
			Everything that names a switch as its uplink takes at least one of its ports, and so does each uplink of its
			own and each peer. With second cables it takes more: this counts the ports that are certainly needed.""", """
			Take a switch with more ports, or plug something in elsewhere.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		Members.of(context.portDemands().stream().filter(demand -> !demand.fits()), PortDemand::networkSwitch)
				.map(members -> new Finding(id(), DESCRIPTION.severity(), members.first().source(), message(members),
						members.subjects(), List.of()))
				.forEach(findings);
	}

	private static String message(Members<PortDemand> members) {
		var demand = members.firstFact();
		return "Switch '%s' has %s, but needs %s at least: %s%s. Take a larger one, or plug something in elsewhere.".formatted(
				demand.networkSwitch().name(), ports(demand.ports()), demand.needed().numerator(),
				demand.parts().stream().map(SwitchPortsExceeded::term).collect(Collectors.joining(" + ")), members.others());
	}

	private static String ports(int count) {
		return count == 1 ? "1 port" : count + " ports";
	}

	private static String term(Part part) {
		return "%s for '%s'".formatted(part.count(), part.declaration());
	}
}
