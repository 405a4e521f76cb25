package org.vcdsl.analysis.kernel.catalogue;

import java.util.Optional;

import org.vcdsl.facts.ReleaseFacts;
import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Kernel;

/** What a release brings when nobody states anything else; facts that nobody read in a document are left out. */
public final class ReleaseKernel {

	private ReleaseKernel() {
	}

	/** The kernel it was released with; empty when not even its family is known. */
	public static Optional<Kernel> of(ReleaseFacts release) {
		return release.family().map(family -> new Kernel(family, Optional.empty(),
				release.kernel().filter(version -> release.provenance().isVerified("kernel")), release.backported()));
	}

	/** The control groups it starts with. */
	public static Optional<CgroupHierarchy> cgroupOf(ReleaseFacts release) {
		return release.cgroup().filter(hierarchy -> release.provenance().isVerified("cgroup"));
	}
}
