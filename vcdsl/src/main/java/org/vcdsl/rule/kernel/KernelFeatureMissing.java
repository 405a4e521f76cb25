package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** What is required of the kernel beside its version. */
public final class KernelFeatureMissing extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD204", "kernel-feature-missing", Severity.ERROR,
			"Kernel lacks a feature, an option or a parameter that is required", """
			A new enough kernel may have been configured without an option, or booted without a parameter,
			that a container cannot do without. What is not stated is unknown, never missing.""", """
			State the options and parameters of the host's kernel in its 'os', or place the container where
			they are there.""", List.of(
					"Linux kernel documentation, The kernel's command-line parameters"));

	public KernelFeatureMissing() {
		super(DESCRIPTION, Kind.KERNEL_FEATURE, Kind.KERNEL_OPTION, Kind.BOOT_PARAMETER);
	}
}
