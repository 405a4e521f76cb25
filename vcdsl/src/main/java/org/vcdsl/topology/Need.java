package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * So many members must be reachable.
 *
 * @param required at least 1, at most the number of members
 * @param target the name written: a workload or a group
 * @param members names of distinct workloads
 * @param network the network on which they must be reached; any when absent
 */
public record Need(int required, String target, List<String> members, Optional<String> network, SourceRange source) {

	public Need {
		members = List.copyOf(members);
		if (required < 1 || required > members.size()) {
			throw new IllegalArgumentException(required + " of " + members.size() + " members");
		}
	}
}
