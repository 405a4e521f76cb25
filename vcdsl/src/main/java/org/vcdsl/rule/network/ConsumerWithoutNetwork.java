package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.network.LostConsumer;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Who needs something over a network has to be on it. */
public final class ConsumerWithoutNetwork implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD707", "consumer-without-network", Severity.ERROR,
			"What needs something over a network does not get to it there", """
			A need such as 'needs db via lan' has two ends. Here the members that are needed are on the network, and whoever
			needs them is not, or sits behind switches that do not carry it to them. A container or pod without a 'nic' of its own is on
			the networks of what it stands on. Nothing is asked where nobody stated the networks of a virtual machine or the
			'uplink' of a host, nor of a need without 'via': routing between networks is not modelled.""", """
			Give it a 'nic' on that network, let the switches in between carry it, or need it without 'via' if traffic is
			routed.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.lostConsumers().forEach(lost -> {
			if (!lost.detached().isEmpty()) {
				findings.accept(finding(lost, lost.detached(), detached(lost, context.topology())));
			}
			if (!lost.cut().isEmpty()) {
				findings.accept(finding(lost, lost.cut(), cut(lost, context.topology())));
			}
		});
	}

	private Finding finding(LostConsumer lost, List<Workload> consumers, String message) {
		return new Finding(id(), DESCRIPTION.severity(), consumers.getFirst().source(), message,
				List.of(consumers.getFirst().declaration(), lost.need().target(), lost.need().network().orElseThrow()), List.of());
	}

	private static String detached(LostConsumer lost, Topology topology) {
		var first = lost.detached().getFirst();
		var network = lost.need().network().orElseThrow();
		return first.nics().isEmpty()
				? "%s '%s' via '%s', but '%s', on which it stands, has no 'nic' there. Add it there, or give '%s' one of its own."
						.formatted(needing(lost, lost.detached()), lost.need().target(), network, topology.standsOn(first),
								first.declaration())
				: "%s '%s' via '%s', but has no 'nic' there. Add '%s' to its 'nic', or leave 'via' away if traffic is routed.".formatted(
						needing(lost, lost.detached()), lost.need().target(), network, network);
	}

	private static String cut(LostConsumer lost, Topology topology) {
		var network = lost.need().network().orElseThrow();
		return "%s %s of '%s' via '%s', but no switches that carry '%s' join host '%s' with so many. Let those in between carry it."
				.formatted(needing(lost, lost.cut()), lost.need().required(), lost.need().target(), network, network,
						topology.hostOf(lost.cut().getFirst()).name());
	}

	/** {@code 'web' needs}, {@code 'web[2]' (and 1 more of 4) needs}. */
	private static String needing(LostConsumer lost, List<Workload> consumers) {
		var first = consumers.getFirst();
		var others = consumers.size() - 1;
		return lost.consumers() == consumers.size() ? "'%s' needs".formatted(first.declaration())
				: "'%s'%s needs".formatted(first.name(), others == 0 ? "" : " (and %s more of %s)".formatted(others, lost.consumers()));
	}
}
