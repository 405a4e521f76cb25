package org.vcdsl.rule.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.Compatibility.Kind;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleDescription;

/** The C library of an image against the kernel and the engine below. */
public final class LibcIncompatible extends CompatibilityRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD213", "libc-incompatible", Severity.ERROR,
			"C library of the image and what lies below do not fit", """
			The C library of an image makes the system calls for its programs. It expects a kernel that is new enough, some old
			ones a page that new kernels no longer map (vsyscall), and new ones calls that the system call filter of an old engine
			refuses (clone3). What the kernel or the engine is known for can be changed by a boot parameter or a profile that
			nobody stated: then it is unknown.""", """
			Do what the finding advises, state boot parameters with 'parameters', or use a virtual machine for what is too old.""", List.of(
					"GNU C Library, NEWS and sysdeps/unix/sysv/linux/configure.ac",
					"Moby, profiles/seccomp, by release"));

	public LibcIncompatible() {
		super(DESCRIPTION, Kind.LIBC);
	}
}
