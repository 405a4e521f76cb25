package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.network.SharedVlan;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Network;

/** Networks that a switch cannot tell apart. */
public final class VlanConflict implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD704", "vlan-conflict", Severity.WARNING,
			"Networks share a VLAN on one switch", """
			On a switch the VLAN identifier is all that tells networks apart. Two with the same are one: what is sent in one
			arrives in the other, and whoever is kept out of one gets in through the other. Where no switch carries both, an
			identifier may be used anew.""", """
			Give one of them another 'vlan', or say with 'carries' that no switch has both.""", List.of(
					"IEEE 802.1Q, Bridges and Bridged Networks"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.sharedVlans().stream().map(this::finding).forEach(findings);
	}

	/** At the second network: the identifier was free until then. */
	private Finding finding(SharedVlan shared) {
		var second = shared.networks().get(1);
		return new Finding(id(), DESCRIPTION.severity(), second.source(),
				"Networks %s have VLAN %s, and switch '%s' carries more than one of them: there they are one network. %s".formatted(
						Quoted.names(shared.networks()), shared.vlan(), shared.carrier().name(),
						"Give each a VLAN of its own, or let no switch carry two of them."),
				Stream.concat(Stream.concat(Stream.of(second), shared.networks().stream()).map(Network::name),
						Stream.of(shared.carrier().name())).distinct().toList(),
				List.of());
	}
}
