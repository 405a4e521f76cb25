package org.vcdsl.rule.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Members of one declaration that stand where something is missing. */
final class Misplaced {

	private Misplaced() {
	}

	/** By the name of what they stand on, in the order of the members. */
	static Map<String, List<Workload>> of(List<Workload> members, Topology topology, Predicate<ContainerHost> lacks) {
		return members.stream().filter(member -> lacks.test(topology.platformOf(member))).collect(
				Collectors.groupingBy(member -> topology.platformOf(member).name(), LinkedHashMap::new, Collectors.toList()));
	}

	/** Who stands there: {@code 'db[1]' stands}, {@code 3 members of 'fn' stand}. */
	static String stand(String declaration, List<Workload> members) {
		return members.size() == 1 ? "'%s' stands".formatted(members.getFirst().name())
				: "%s members of '%s' stand".formatted(members.size(), declaration);
	}
}
