package org.vcdsl.analysis.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Volume;

/**
 * What volumes that stand on the same several hosts take of their disks together, copies and all, in bytes.
 *
 * <p>Nobody says which copy lies on which host, so more than all that is free on all of them is what certainly does not fit; less may
 * not fit either. What is free on a host is its disk less what is kept on this host alone.
 *
 * @param volumes those that stand on just these hosts, at least one, in order
 * @param hosts names of the hosts, at least two
 */
public record SharedDiskDemand(List<Volume> volumes, List<String> hosts, Fraction freeBytes) {

	public SharedDiskDemand {
		volumes = List.copyOf(volumes);
		hosts = List.copyOf(hosts);
	}

	/** Each set of hosts that volumes share and whose disks are all known, in the order of the volumes; linear in their hosts. */
	public static List<SharedDiskDemand> of(Topology topology, List<DiskDemand> ofHosts) {
		var free = ofHosts.stream().collect(Collectors.toMap(demand -> demand.host().name(), demand -> positive(demand.free())));
		return bySetOfHosts(topology).values().stream().filter(volumes -> free.keySet().containsAll(volumes.getFirst().hosts()))
				.map(volumes -> new SharedDiskDemand(volumes, volumes.getFirst().hosts(),
						volumes.getFirst().hosts().stream().map(free::get).reduce(Fraction.ZERO, Fraction::plus)))
				.toList();
	}

	/** By declaration first, whose members share their hosts, so that a large group is compared once. */
	private static Map<Set<String>, List<Volume>> bySetOfHosts(Topology topology) {
		Map<SourceRange, List<Volume>> byDeclaration = topology.volumes().values().stream().filter(volume -> volume.hosts().size() > 1)
				.collect(Collectors.groupingBy(Volume::source, LinkedHashMap::new, Collectors.toList()));
		var bySet = new LinkedHashMap<Set<String>, List<Volume>>();
		byDeclaration.values().forEach(volumes -> bySet
				.computeIfAbsent(Set.copyOf(volumes.getFirst().hosts()), hosts -> new ArrayList<>()).addAll(volumes));
		return bySet;
	}

	private static Fraction positive(Fraction number) {
		return Stream.of(number, Fraction.ZERO).max(Fraction::compareTo).orElseThrow();
	}

	/** What they take, a part a copy. */
	public List<Part> parts() {
		return Part.merged(volumes.stream().flatMap(DiskDemand::copies));
	}

	/** Whether they can be kept there at all. */
	public boolean fits() {
		return Part.sum(parts()).compareTo(freeBytes) <= 0;
	}
}
