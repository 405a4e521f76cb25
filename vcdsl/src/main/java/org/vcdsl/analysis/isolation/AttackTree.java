package org.vcdsl.analysis.isolation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From where a single compromise reaches one of some targets: an attack tree (B. Schneier, Attack Trees, Dr. Dobb's Journal, December 1999)
 * whose branches are alternatives. Containers that have to break out first are not listed one by one: theirs is the branch of the kernel
 * that they share, one step longer.
 *
 * @param paths a shortest one from each host and workload that has a target in its hands, by name, nearest first
 */
public record AttackTree(Map<String, AttackPath> paths) {

	public AttackTree {
		paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
	}

	/** The path from a host or workload that has a target in its hands. */
	public Optional<AttackPath> from(String element) {
		return Optional.ofNullable(paths.get(element));
	}
}
