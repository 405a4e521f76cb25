package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** An image's cgroup version against its host's. */
public final class CgroupVersionDiffers extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD205", "cgroup-version-differs", Severity.ERROR,
			"Host runs another cgroup version than the image requires", """
			The control group hierarchy is the host's, version 1 or version 2, and a program that reads or manages
			the one finds nothing in the other: old init systems fail to start on version 2, new ones refuse version
			1.""", """
			Place the container on a host that runs the version, boot the host with it, or update the image.""", List.of(
					"Linux kernel documentation, Control Group v2"));

	public CgroupVersionDiffers() {
		super(DESCRIPTION, Kind.CGROUP_VERSION);
	}
}
