package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The init system that an image starts against the control groups and the kernel below. */
public final class InitIncompatible extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD211", "init-incompatible", Severity.ERROR,
			"Init system of the image does not start here", """
			A system container starts the init system of its image, and that reads the control groups of the host: systemd
			before 231 knows version 1 only, systemd from 258 on version 2 only. Makers also name the oldest kernel they support.
			An application container starts none, unless its image says so with 'init'.""", """
			Place it where the control groups are of the version it knows, make the image from a release that knows those of
			the host, or use a virtual machine, which brings its own.""", List.of(
					"systemd, NEWS of releases 251 to 260"));

	public InitIncompatible() {
		super(DESCRIPTION, Kind.INIT);
	}
}
