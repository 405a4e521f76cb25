package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Container;

/** A container needs an engine. */
public final class ContainerEngineMissing implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD206", "container-engine-missing", Severity.ERROR,
			"Container stands where no engine runs", """
			A container is started by an engine on the very operating system whose kernel it borrows. Where none is
			declared nothing can start it, and no artefact can be made for it.""", """
			Declare the engine with 'engine', or place the container where one runs.""");

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
		var topology = context.topology();
		topology.declarations().forEach((name, workloads) -> {
			var first = workloads.getFirst();
			var platform = topology.platformOf(first);
			if (first instanceof Container && platform.engines().isEmpty()) {
				findings.accept(new Finding(id(), DESCRIPTION.severity(), first.source(),
						"'%s' stands on '%s', which has no container engine. Write for instance 'engine docker' there."
								.formatted(name, platform.name()),
						List.of(name, platform.name()), List.of()));
			}
		});
	}
}
