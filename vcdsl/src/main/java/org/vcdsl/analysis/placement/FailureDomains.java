package org.vcdsl.analysis.placement;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * In which failure domains things stand: those whose loss alone takes them. Of feeds and switches these are the ones without another
 * beside them, so that a host with two feeds stands in no feed.
 *
 * <p>Each answer takes time in the nesting; those about platforms are kept.
 */
public final class FailureDomains {

	private final Topology topology;
	private final Map<FailureDomain, Map<String, List<String>>> ofPlatforms = new HashMap<>();
	private final Map<FailureDomain, Map<List<String>, Set<String>>> ofPools = new HashMap<>();

	/** Of a topology whose workloads are all placed. */
	public FailureDomains(Topology topology) {
		this.topology = topology;
	}

	/** The failure domains of a kind that a workload stands in, by name; none where nobody stated one. */
	public List<String> of(Workload workload, FailureDomain kind) {
		return kind == FailureDomain.KERNEL ? List.of(topology.kernelBringerOf(workload).name())
				: ofPlatform(topology.standsOn(workload), kind);
	}

	/** The failure domains of a kind that something would stand in if it stood on a platform; a kernel is the platform's own. */
	public List<String> ofPlatform(String platform, FailureDomain kind) {
		return ofPlatforms.computeIfAbsent(kind, any -> new HashMap<>()).computeIfAbsent(platform, name -> compute(name, kind));
	}

	/** All failure domains of a kind that any of these platforms stands in, in their order. */
	public Set<String> ofPlatforms(Iterable<String> platforms, FailureDomain kind) {
		var domains = new LinkedHashSet<String>();
		platforms.forEach(platform -> domains.addAll(ofPlatform(platform, kind)));
		return domains;
	}

	/** The same of what a workload may stand on, kept for workloads that share the list. */
	Set<String> ofPool(List<String> candidates, FailureDomain kind) {
		return ofPools.computeIfAbsent(kind, any -> new IdentityHashMap<>()).computeIfAbsent(candidates, names -> ofPlatforms(names, kind));
	}

	/** Hosts by the failure domain of a kind that they stand in, in the order of the topology. */
	public Map<String, Set<Host>> hosts(FailureDomain kind) {
		var hosts = new LinkedHashMap<String, Set<Host>>();
		topology.hosts().values().forEach(host -> ofPlatform(host.name(), kind)
				.forEach(domain -> hosts.computeIfAbsent(domain, name -> new LinkedHashSet<>()).add(host)));
		return hosts;
	}

	/** Whether a host stands in no feed, or no switch, because it has another one beside it. */
	static boolean hasSpare(Host host, FailureDomain kind) {
		return kind == FailureDomain.FEED && host.supply().isStated() || kind == FailureDomain.SWITCH && !host.uplinks().isEmpty();
	}

	private List<String> compute(String platform, FailureDomain kind) {
		if (kind == FailureDomain.KERNEL) {
			return List.of(platform);
		}
		var host = switch (topology.platform(platform)) {
			case Host own -> own;
			case VirtualMachine vm -> topology.hostOf(vm);
		};
		return switch (kind) {
			case HOST, KERNEL -> List.of(host.name());
			case SITE -> located(host, Location.Kind.SITE);
			case ROOM -> located(host, Location.Kind.ROOM);
			case RACK -> located(host, Location.Kind.RACK);
			case FEED -> withoutSpare(host.supply());
			case SWITCH -> host.uplinks().size() == 1 ? host.uplinks() : List.of();
		};
	}

	private List<String> located(Host host, Location.Kind kind) {
		return topology.enclosing(host.location()).stream().filter(location -> location.kind() == kind).map(Location::name).toList();
	}

	private static List<String> withoutSpare(Supply supply) {
		return supply.required() == supply.feeds().size() ? supply.feeds() : List.of();
	}
}
