package org.vcdsl.topology;

import java.util.Arrays;
import java.util.Optional;

/**
 * Kernels that share a system call interface: a container image runs on one family only. The last two are kernels of hypervisors, for
 * which there are no images.
 */
public enum KernelFamily {
	LINUX("linux"), WINDOWS("windows"), FREEBSD("freebsd"), ILLUMOS("illumos"), VMKERNEL("vmkernel"), XEN("xen");

	private final String platformName;

	KernelFamily(String platformName) {
		this.platformName = platformName;
	}

	/** The operating system part of an OCI platform, as in {@code linux/amd64}. */
	public String platformName() {
		return platformName;
	}

	/** The family of an OCI operating system name. */
	public static Optional<KernelFamily> ofPlatform(String name) {
		return Arrays.stream(values()).filter(family -> family.platformName.equals(name)).findFirst();
	}
}
