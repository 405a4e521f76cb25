package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.SoftwareFit.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** Engines, hypervisors and orchestrators against the kernel and the control groups they run on. */
public final class SystemTooOldForSoftware extends SoftwareRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD212", "system-too-old-for-software", Severity.ERROR,
			"Engine or orchestrator needs another system than it runs on", """
			Engines and orchestrators need a kernel that is new enough, features it has to be built with, and control groups of
			a version they know. What their makers state for everybody is asked; what only some functions need is not. A low
			version refuses nothing where the vendor carries features back.""", """
			Update the system, or install the version of the software that goes with it.""", List.of(
					"Makers' own requirements, named with each finding"));

	public SystemTooOldForSoftware() {
		super(DESCRIPTION, Kind.ENGINE, Kind.HYPERVISOR, Kind.ORCHESTRATOR);
	}
}
