package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.SoftwareFit.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The monitor of a micro virtual machine against the kernels of the host and of the guest. */
public final class MicroVmKernelNotSupported extends SoftwareRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD217", "micro-vm-kernel-not-supported", Severity.WARNING,
			"Kernel of a micro virtual machine or of its host is not supported", """
			The monitor of a micro virtual machine is small because it knows few devices and few kernels: its makers name those
			they try it with, on the host and as a guest. Others may work, and nobody looks when they do not.""", """
			Give the guest, or the host, a kernel that the makers of the monitor support.""", List.of(
					"Firecracker, docs/kernel-policy.md"));

	public MicroVmKernelNotSupported() {
		super(DESCRIPTION, Kind.MONITOR_HOST, Kind.MONITOR_GUEST);
	}
}
