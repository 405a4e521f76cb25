package org.vcdsl.backend;

import org.vcdsl.topology.Host;

/** For which CPU architecture definitions of virtual machines are written, in which all artefacts must agree. */
public final class MachineArchitecture {

	/** As OCI, and so the language, names it. */
	private static final String WRITTEN = "amd64";

	private MachineArchitecture() {
	}

	/** Whether a host has it, or nobody stated which it has. */
	public static boolean isWrittenFor(Host host) {
		return host.hardware().architecture().filter(stated -> !stated.equals(WRITTEN)).isEmpty();
	}

	/** Whether it is only assumed. */
	public static boolean isAssumedOf(Host host) {
		return host.hardware().architecture().isEmpty();
	}
}
