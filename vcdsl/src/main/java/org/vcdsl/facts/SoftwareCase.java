package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.CgroupHierarchy;
import org.vcdsl.topology.Requirement.Bound;

/**
 * Where some versions of a software behave in a way of their own.
 *
 * @param kind {@code min_kernel}, {@code incompatibility}, {@code feature}, ...
 * @param architectures on which it is so; none means all. Some are no architectures but words, such as {@code other than x86}
 * @param cgroups hierarchies under which it is so; none means it does not depend on them
 * @param systemCalls calls that it is about: it is so where an engine's profile does not name one of them
 * @param options symbols of the kernel's configuration, without {@code CONFIG_}: it is so where one of them is on and no boot parameter
 *        changes it
 * @param condition the same in words, with what the rest cannot say
 */
public record SoftwareCase(String kind, VersionRange versions, List<String> architectures, Optional<Bound> kernel,
		Optional<Bound> advised, Set<CgroupHierarchy> cgroups, List<String> systemCalls, List<String> options, Optional<String> condition,
		Optional<String> symptom, Optional<String> remedy, Provenance provenance) {

	public SoftwareCase {
		architectures = List.copyOf(architectures);
		cgroups = Set.copyOf(cgroups);
		systemCalls = List.copyOf(systemCalls);
		options = List.copyOf(options);
	}
}
