package org.vcdsl.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.KernelFamily;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Version;

/**
 * An operating system release.
 *
 * @param role what it is for: {@code general}, {@code container_host}, {@code hypervisor}
 * @param kernel upstream version of the kernel it was released with; of Windows the build
 * @param backported whether its vendor carries features of newer kernels back
 * @param flavours other kernels it offers
 * @param configuration name of a {@link KernelConfiguration}
 * @param builds name of the {@link KernelBuilds} of its kernels
 * @param matrix name of the {@link SupportMatrix} of what its vendor supports on it
 * @param cgroup what it starts with unless told otherwise
 * @param architectures as its vendor names them
 * @param supported last day of normal support
 * @param extended last day of support that costs extra or is given by others
 */
public record ReleaseFacts(String name, Optional<String> title, Optional<String> role, Optional<KernelFamily> family,
		Optional<Version> kernel, boolean backported, List<Flavour> flavours, Optional<String> configuration, Optional<String> builds, Optional<String> matrix,
		Optional<Software> libc, Optional<Software> init, Optional<CgroupHierarchy> cgroup, List<String> architectures,
		Optional<LocalDate> released, Optional<LocalDate> supported, Optional<LocalDate> extended, Provenance provenance)
		implements CatalogueFact {

	public ReleaseFacts {
		flavours = List.copyOf(flavours);
		architectures = List.copyOf(architectures);
	}

	/**
	 * Another kernel that a release offers.
	 *
	 * @param version absent if it moves
	 */
	public record Flavour(String label, Optional<Version> version) {
	}
}
