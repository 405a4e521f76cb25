package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** A host that is plugged into one switch. */
public final class SingleUplink implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD308", "single-uplink", Severity.INFO,
			"Host is plugged into one switch", """
			A switch that fails or gets a new release takes everything off the network that is plugged into it alone. One switch in a
			rack is common, and fine as long as the services have members in others: whether it takes one down is said by VCD301.""", """
			Plug the host into a second switch ('uplink tor1, tor2'), or accept it.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		DeclaredHosts.of(context.topology()).stream().filter(declared -> declared.first().uplinks().size() == 1)
				.map(this::finding).forEach(findings);
	}

	private Finding finding(DeclaredHosts declared) {
		var uplink = declared.first().uplinks().getFirst();
		return new Finding(id(), DESCRIPTION.severity(), declared.first().source(),
				"%s is plugged into switch '%s' alone: without it nothing on the host is reached. Plug it into a second one, too, or "
						.formatted(declared.subject(), uplink) + "accept it.",
				List.of(declared.first().declaration(), uplink), List.of());
	}
}
