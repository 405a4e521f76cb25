package org.vcdsl.rule.network;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;

/** A need that is never met. */
public final class NeedUnreachable implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD701", "need-unreachable", Severity.ERROR,
			"Service cannot reach what it needs even when nothing has failed", """
			A need is met by members that are up and reachable: on the network it names if it names one, over
			switches up to the edge of the topology. Where too few can ever be, the service never works, and no
			redundancy helps.""", """
			Attach the members to the network with 'nic', or connect their hosts with 'uplink' to switches that lead
			to an edge.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var unreachable = Set.copyOf(context.singlePointsOfFailure().unreachable());
		context.topology().services().values().forEach(service -> service.needs().stream().filter(unreachable::contains)
				.forEach(need -> findings.accept(new Finding(id(), DESCRIPTION.severity(), need.source(),
						message(need, context.topology()), List.of(service.name(), need.target()), List.of()))));
	}

	private static String message(Service.Need need, Topology topology) {
		var needed = "%s of '%s' %s needed".formatted(need.required(), need.target(), need.required() == 1 ? "is" : "are");
		var detached = need.network().map(network -> need.members().stream()
				.filter(member -> !topology.workloads().get(member).nics().contains(network)).toList()).orElse(List.of());
		return detached.isEmpty()
				? "%s, but fewer can ever be reached: follow the 'uplink' of their hosts to an edge.".formatted(needed)
				: "%s on network '%s', but %s no 'nic' there.".formatted(needed, need.network().orElseThrow(),
						detached.stream().collect(Collectors.joining("', '", "'", "'"))
								+ (detached.size() == 1 ? " has" : " have"));
	}
}
