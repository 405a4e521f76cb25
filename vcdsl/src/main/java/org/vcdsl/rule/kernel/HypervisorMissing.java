package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.MicroVirtualMachine;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** A virtual machine needs a hypervisor. */
public final class HypervisorMissing implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD207", "hypervisor-missing", Severity.ERROR,
			"Virtual machine stands where no hypervisor runs", """
			A virtual machine brings its own kernel and needs a hypervisor below it. Where none is declared nothing
			can start it, and no artefact can be made for it.""", """
			Declare the hypervisor with 'hypervisor', or place the virtual machine where one runs.""");

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
			if (members.getFirst() instanceof VirtualMachine || members.getFirst() instanceof MicroVirtualMachine) {
				Misplaced.of(members, topology, platform -> platform.hypervisor().isEmpty()).forEach(
						(platform, together) -> findings.accept(finding(name, platform, together)));
			}
		});
	}

	private Finding finding(String name, String platform, List<Workload> members) {
		return new Finding(id(), DESCRIPTION.severity(), members.getFirst().source(),
				"%s on '%s', which has no hypervisor. Write for instance 'hypervisor kvm' there.".formatted(
						Misplaced.stand(name, members), platform),
				List.of(name, platform), List.of());
	}
}
