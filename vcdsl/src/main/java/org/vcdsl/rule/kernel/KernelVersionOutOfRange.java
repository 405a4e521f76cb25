package org.vcdsl.rule.kernel;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** An image's bounds on the kernel version against the kernel that its containers borrow. */
public final class KernelVersionOutOfRange extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD203", "kernel-version-out-of-range", Severity.ERROR,
			"Borrowed kernel is outside the range that the image requires", """
			A container borrows its host's kernel, whatever distribution stands in the image. Below the version
			required a system call or feature is missing when the program asks for it, often only under load.""", """
			Place the container on a host with such a kernel, upgrade the host's, or put a virtual machine with such
			a guest between.""");

	public KernelVersionOutOfRange() {
		super(DESCRIPTION, Kind.KERNEL_VERSION);
	}
}
