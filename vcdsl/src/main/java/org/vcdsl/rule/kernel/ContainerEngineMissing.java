package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

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
		topology.declarations().forEach((name, members) -> {
			if (needsEngine(members.getFirst())) {
				Misplaced.of(members, topology, platform -> platform.engines().isEmpty()).forEach(
						(platform, together) -> findings.accept(finding(name, platform, together)));
			}
		});
	}

	private static boolean needsEngine(Workload workload) {
		return switch (workload) {
			case Container container -> true;
			case SystemContainer container -> true;
			case Pod pod -> true;
			case VirtualMachine vm -> false;
			case MicroVirtualMachine vm -> false;
		};
	}

	private Finding finding(String name, String platform, List<Workload> members) {
		return new Finding(id(), DESCRIPTION.severity(), members.getFirst().source(),
				"%s on '%s', which has no container engine. Write for instance 'engine %s' there.".formatted(
						Misplaced.stand(name, members), platform,
						members.getFirst() instanceof SystemContainer ? "lxc" : "docker"),
				List.of(name, platform), List.of());
	}
}
