package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Container;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.SystemContainer;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** A virtual machine needs a hypervisor. */
public final class HypervisorMissing implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD207", "hypervisor-missing", Severity.ERROR,
			"Virtual machine stands where no hypervisor runs", """
			A virtual machine brings its own kernel and needs a hypervisor below it, and so does a container whose isolation
			brings one: Kata needs any, Hyper-V isolation needs Hyper-V. Where none is declared nothing
			can start it, and no artefact can be made for it.""", """
			Declare the hypervisor with 'hypervisor', or place the virtual machine where one runs.""");

	private static final String HYPERV = "hyperv";

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
			if (members.getFirst().bringsKernel()) {
				var isolation = isolation(members.getFirst());
				Misplaced.of(members, topology, platform -> isMissing(platform, isolation)).forEach(
						(platform, together) -> findings.accept(finding(name, platform, together, isolation)));
			}
		});
	}

	/** Hyper-V isolation needs Hyper-V; everything else any hypervisor. */
	private static boolean isMissing(ContainerHost platform, Optional<Isolation> isolation) {
		return isolation.equals(Optional.of(Isolation.HYPERV))
				? platform.hypervisor().filter(hypervisor -> hypervisor.name().equals(HYPERV)).isEmpty()
				: platform.hypervisor().isEmpty();
	}

	private static Optional<Isolation> isolation(Workload workload) {
		return switch (workload) {
			case VirtualMachine vm -> Optional.empty();
			case MicroVirtualMachine vm -> Optional.empty();
			case Container container -> container.traits().isolation();
			case SystemContainer container -> container.traits().isolation();
			case Pod pod -> pod.traits().isolation();
		};
	}

	private Finding finding(String name, String platform, List<Workload> members, Optional<Isolation> isolation) {
		var hyperv = isolation.equals(Optional.of(Isolation.HYPERV));
		return new Finding(id(), DESCRIPTION.severity(), members.getFirst().source(),
				"%s%s on '%s', which has no hypervisor%s. Write for instance 'hypervisor %s' there.".formatted(
						Misplaced.stand(name, members), isolation.map(kind -> " with isolation " + kind.label()).orElse(""), platform,
						hyperv ? " " + HYPERV : "", hyperv ? HYPERV : "kvm"),
				List.of(name, platform), List.of());
	}
}
