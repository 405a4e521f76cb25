package org.vcdsl.topology;

import java.util.Locale;

/** What stands between a container and what it stands on, weakest first. */
public enum Isolation {
	/** Namespaces of the shared kernel. */
	PROCESS,
	/** The same, with users of its own. */
	USERNS,
	/** A kernel in user space that answers most system calls itself. */
	GVISOR,
	/** A small virtual machine with a Linux kernel of its own. */
	KATA,
	/** A small Hyper-V virtual machine with the Windows kernel that belongs to the image. */
	HYPERV;

	/** As written in the language: {@code kata}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a container brings its own kernel instead of borrowing one. */
	public boolean bringsKernel() {
		return this == KATA || this == HYPERV;
	}
}
