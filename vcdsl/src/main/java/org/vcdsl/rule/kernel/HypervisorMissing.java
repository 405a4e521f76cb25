package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.VirtualMachine;

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
		topology.workloads().values().forEach(workload -> {
			if (workload instanceof VirtualMachine vm && topology.hostOf(vm).hypervisor().isEmpty()) {
				findings.accept(new Finding(id(), DESCRIPTION.severity(), vm.source(),
						"'%s' stands on '%s', which has no hypervisor. Write for instance 'hypervisor kvm' there."
								.formatted(vm.name(), vm.standsOn()),
						List.of(vm.name(), vm.standsOn()), List.of()));
			}
		});
	}
}
