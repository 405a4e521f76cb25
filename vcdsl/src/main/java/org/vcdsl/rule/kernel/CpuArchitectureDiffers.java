package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The instruction set of an image against the CPU below. */
public final class CpuArchitectureDiffers extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD202", "cpu-architecture-differs", Severity.ERROR,
			"Image is built for another CPU", """
			Programs are built for one instruction set. A container brings its programs and not a CPU: what is built for
			arm64 does not start on amd64, whatever the kernel, and a virtual machine shows its host's kind of CPU. What nobody
			stated of a host's CPU asks nothing.""", """
			Build the image for the host's platform as well, or place the container on a host with such a CPU.""", List.of(
					"OCI Image Format Specification, image-index.md, platform.architecture"));

	public CpuArchitectureDiffers() {
		super(DESCRIPTION, Kind.CPU_ARCHITECTURE);
	}
}
