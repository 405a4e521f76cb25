package org.vcdsl.rule.network;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.finding.Change.AddKey;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** A need that is never met. */
public final class NeedUnreachable implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD701", "need-unreachable", Severity.ERROR,
			"What is needed cannot be reached even when nothing has failed", """
			A need is met by members that are up and reachable: on the network it names if it names one, over
			switches that carry it up to the edge of the topology. Where too few can ever be, the service or workload
			never works, and no redundancy helps. A pod without a 'nic' of its own answers on the networks of what it
			stands on, and so does a container that publishes a port.""", """
			Attach the members to the network with 'nic', or connect their hosts with 'uplink' to switches that lead
			to an edge.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var needing = needing(context.topology());
		context.singlePointsOfFailure().unreachable().forEach(need -> findings.accept(new Finding(id(), DESCRIPTION.severity(),
				need.source(), message(need, context.topology()), List.of(needing.get(need), need.target()), List.of())
				.fixedBy(attachment(need, context.topology()).stream().toList())));
	}

	/** Offered where one key in one declaration is missing, and replaces none that a template has. */
	private static Optional<Fix> attachment(Need need, Topology topology) {
		var detached = detached(need, topology).map(topology.workloads()::get).toList();
		var declarations = detached.stream().map(Workload::source).distinct().toList();
		return declarations.size() == 1 && detached.getFirst().nics().isEmpty()
				? need.network().map(network -> new Fix("Attach '%s' to '%s'".formatted(detached.getFirst().declaration(), network),
						new AddKey(declarations.getFirst(), "nic", List.of(network))))
				: Optional.empty();
	}

	/** Who has each need: a service, or a declaration whose members share it. */
	private static Map<Need, String> needing(Topology topology) {
		var needing = new IdentityHashMap<Need, String>();
		topology.workloads().values()
				.forEach(workload -> workload.duties().needs().forEach(need -> needing.put(need, workload.declaration())));
		topology.services().values().forEach(service -> service.needs().forEach(need -> needing.put(need, service.name())));
		return needing;
	}

	private static String message(Need need, Topology topology) {
		var needed = "%s of '%s' %s needed".formatted(need.required(), need.target(), need.required() == 1 ? "is" : "are");
		var detached = detached(need, topology).toList();
		return detached.isEmpty()
				? "%s, but fewer can ever be reached: follow the 'uplink' of their hosts to an edge.".formatted(needed)
				: "%s on network '%s', but %s no 'nic' there.".formatted(needed, need.network().orElseThrow(),
						Names.listed(detached) + (detached.size() == 1 ? " has" : " have"));
	}

	/** The members that do not answer on the network that the need names. */
	private static Stream<String> detached(Need need, Topology topology) {
		return need.network().stream().flatMap(network -> need.members().stream()
				.filter(member -> !topology.answersOn(topology.workloads().get(member), network)));
	}
}
