package org.vcdsl.analysis.failure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.topology.Element;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * What all members of a declaration are lost with: the innermost of kernel, host, rack and feed.
 *
 * @param members at least two
 * @param kind kernel, host, rack or feed
 * @param names of the failure domains of that kind that all of them share, each of which takes all: several only of feeds
 */
public record SharedFailureDomain(List<Workload> members, FailureDomain kind, List<String> names) {

	public SharedFailureDomain {
		members = List.copyOf(members);
		names = List.copyOf(names);
	}

	/**
	 * Those of all declarations, in the order of the topology, whose workloads are all placed. A rack counts where several hold hosts, a
	 * feed as {@link SoleFeeds#ofDeclarations} says. Takes time in the number of workloads.
	 */
	public static List<SharedFailureDomain> of(Topology topology, SoleFeeds feeds) {
		var racks = topology.hosts().values().stream().flatMap(host -> racks(host, topology).stream()).distinct().limit(2).count();
		return topology.declarations().values().stream().filter(members -> members.size() > 1)
				.flatMap(members -> innermost(members, racks > 1, topology, feeds).stream()).toList();
	}

	private static Optional<SharedFailureDomain> innermost(List<Workload> members, boolean severalRacks, Topology topology,
			SoleFeeds feeds) {
		var kernels = distinct(members, member -> topology.kernelBringerOf(member).name());
		if (kernels.size() == 1) {
			return Optional.of(new SharedFailureDomain(members, FailureDomain.KERNEL, kernels));
		}
		var hosts = distinct(members, topology::hostOf);
		if (hosts.size() == 1) {
			return Optional.of(new SharedFailureDomain(members, FailureDomain.HOST, hosts.stream().map(Element::name).toList()));
		}
		var racks = distinct(hosts, host -> racks(host, topology));
		if (severalRacks && racks.size() == 1 && !racks.getFirst().isEmpty()) {
			return Optional.of(new SharedFailureDomain(members, FailureDomain.RACK, racks.getFirst()));
		}
		return Optional.ofNullable(feeds.ofDeclarations().get(members.getFirst().declaration()))
				.map(shared -> new SharedFailureDomain(members, FailureDomain.FEED, shared));
	}

	/** The rack a host stands in; empty where nobody stated one. */
	private static List<String> racks(Host host, Topology topology) {
		return topology.enclosing(host.location()).stream().filter(location -> location.kind() == Location.Kind.RACK)
				.map(Location::name).toList();
	}

	private static <T, R> List<R> distinct(Collection<T> things, Function<T, R> property) {
		return things.stream().map(property).distinct().toList();
	}
}
