package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The build of Windows that an image is made from against the build below, by isolation. */
public final class WindowsBuildDiffers extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD214", "windows-build-differs", Severity.ERROR,
			"Windows image does not run on this build of Windows", """
			Windows keeps no promise about its system calls. By process isolation an image runs on the build it is made from and
			on those that Microsoft names; by Hyper-V isolation it brings its own kernel and runs on the same or a newer host.
			Process isolation is what Windows Server starts with.""", """
			Make the image from the host's release, or write 'isolation hyperv' on a host with 'hypervisor hyperv'.""", List.of(
					"Microsoft Learn, Windows container version compatibility"));

	public WindowsBuildDiffers() {
		super(DESCRIPTION, Kind.WINDOWS_BUILD);
	}
}
