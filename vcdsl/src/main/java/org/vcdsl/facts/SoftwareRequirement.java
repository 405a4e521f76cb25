package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Requirement.Bound;
import org.vcdsl.topology.Version;

/**
 * What one function of some versions of a software needs.
 *
 * @param scope the function: {@code base}, {@code rootless}
 * @param kernel least upstream version of a Linux kernel
 * @param advised upstream version from which its makers advise it
 * @param build least build of Windows
 * @param features names of {@link FeatureFacts} that it needs
 * @param optional names of features that it uses where they are
 * @param cgroups versions of the control groups that it works with
 */
public record SoftwareRequirement(String scope, VersionRange versions, Optional<Bound> kernel, Optional<Bound> advised,
		Optional<Version> build, List<String> features, List<String> optional, List<CgroupSupport> cgroups, List<String> architectures,
		Provenance provenance) {

	/** What software needs whatever it is used for, on what it stands on. */
	public static final String BASE = "base";
	/** The same of what runs virtual machines. */
	public static final String HOST = "host";
	/** What software needs of the kernel in a virtual machine. */
	public static final String GUEST = "guest";
	/** What counts where the control groups are of version 1, or 2. */
	public static final String CGROUP_1 = "cgroup v1";
	public static final String CGROUP_2 = "cgroup v2";
	/** What engines and orchestrators need of Windows. */
	public static final String WINDOWS_HOST = "Windows host";
	public static final String WINDOWS_NODE = "Windows nodes";
	/** Scopes that count for everybody who uses the software on such a system. */
	public static final Set<String> ALWAYS = Set.of(BASE, HOST, GUEST, CGROUP_1, CGROUP_2, WINDOWS_HOST, WINDOWS_NODE);

	public SoftwareRequirement {
		features = List.copyOf(features);
		optional = List.copyOf(optional);
		cgroups = List.copyOf(cgroups);
		architectures = List.copyOf(architectures);
	}

	/**
	 * How a version of the control groups is supported.
	 *
	 * @param state {@code deprecated}, {@code only}, ...; absent where it is simply supported
	 */
	public record CgroupSupport(int version, Optional<String> state) {
	}
}
