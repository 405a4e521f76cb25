package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.network.TakenPort;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** Containers and pods that want to listen at the same port. */
public final class PublishedPortConflict implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD706", "published-port-conflict", Severity.ERROR,
			"Two workloads publish one port of a host", """
			At a port of a host, or of a virtual machine, one program listens. The engine refuses to start the second
			container or pod that publishes it, whatever isolates them.""", """
			Publish another host port, or place one of them elsewhere.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public boolean forbidsDeployment() {
		return true;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.takenPorts().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(TakenPort taken) {
		var subjects = Stream.of(taken.workload().declaration(), taken.holder().declaration(), taken.workload().name(),
				taken.holder().name(), taken.platforms().getFirst());
		return new Finding(id(), DESCRIPTION.severity(), taken.workload().source(), message(taken), subjects.distinct().toList(),
				List.of());
	}

	private static String message(TakenPort taken) {
		var ports = taken.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
		return "'%s' and '%s' both publish %s %s of %s. Publish another, or place one of them elsewhere.".formatted(taken.holder().name(),
				taken.workload().name(), taken.ports().size() == 1 ? "port" : "ports", ports, Quoted.all(taken.platforms()));
	}
}
