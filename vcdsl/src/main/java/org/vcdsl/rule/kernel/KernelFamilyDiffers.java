package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** An image's platform against the kernel that its containers borrow. */
public final class KernelFamilyDiffers extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD201", "kernel-family-differs", Severity.ERROR,
			"Image is built for another kernel family", """
			A container borrows the kernel of what it stands on. An image for Linux makes Linux system calls, which
			no other kernel answers, and the other way round.""", """
			Place the container on a host of the image's family, put a virtual machine with such a guest between, or
			build the image for the host's platform.""", List.of(
					"OCI Image Format Specification, image-index.md, platform.os"));

	public KernelFamilyDiffers() {
		super(DESCRIPTION, Kind.KERNEL_FAMILY);
	}
}
