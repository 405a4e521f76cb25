package org.vcdsl.analysis.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.vcdsl.topology.Host;
import org.vcdsl.topology.Topology;

/**
 * An address at which several hosts are managed.
 *
 * <p>Addresses of the Internet Protocol are the same whatever way they were written, and names whatever case (RFC 4343).
 *
 * @param address as the first of the hosts states it
 * @param hosts at least two, in the order of the topology
 */
public record SharedAddress(String address, List<Host> hosts) {

	public SharedAddress {
		hosts = List.copyOf(hosts);
	}

	/** All of them, in the order of their first hosts; linear. */
	public static List<SharedAddress> of(Topology topology) {
		var byAddress = new LinkedHashMap<String, List<Host>>();
		topology.hosts().values().forEach(host -> host.address().ifPresent(address -> byAddress
				.computeIfAbsent(address.toLowerCase(Locale.ROOT), same -> new ArrayList<>()).add(host)));
		return byAddress.values().stream().filter(hosts -> hosts.size() > 1)
				.map(hosts -> new SharedAddress(hosts.getFirst().address().orElseThrow(), hosts)).toList();
	}
}
