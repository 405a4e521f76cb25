package org.vcdsl.rule.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Topology;

/**
 * The hosts that one declaration makes: they are alike in all but their names. A group may have several declarations.
 *
 * @param hosts at least one
 */
record DeclaredHosts(List<Host> hosts) {

	/** Those of each declaration, in the order of the topology. */
	static List<DeclaredHosts> of(Topology topology) {
		return topology.hosts().values().stream().collect(Collectors.groupingBy(Host::source, LinkedHashMap::new, Collectors.toList()))
				.values().stream().map(DeclaredHosts::new).toList();
	}

	Host first() {
		return hosts.getFirst();
	}

	/** {@code Host 'lxc1'} or {@code Each of the 2 hosts 'kvm[1..2]'}: the verb behind it is in the singular. */
	String subject() {
		return hosts.size() == 1 ? "Host '%s'".formatted(first().name())
				: "Each of the %s hosts '%s'".formatted(hosts.size(), Names.together(hosts));
	}
}
