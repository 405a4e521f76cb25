package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;

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
