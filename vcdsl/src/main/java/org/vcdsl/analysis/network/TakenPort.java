package org.vcdsl.analysis.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * Two workloads that publish a port on the same host or virtual machine, where only one of them can listen. Whatever isolates a container,
 * its engine publishes beside all the others.
 *
 * @param workload the one that comes to a port that is taken
 * @param holder the one that comes first in the topology
 * @param platforms names of what both stand on, at least one, all brought into being by one declaration
 * @param ports host ports, at least one
 */
public record TakenPort(Workload workload, Workload holder, List<String> platforms, List<Integer> ports) {

	public TakenPort {
		platforms = List.copyOf(platforms);
		ports = List.copyOf(ports);
	}

	private record Place(String platform, int port) {
	}

	/** What one finding tells of: members of a declaration that meet members of another on those of a third, or their like. */
	private record Meeting(SourceRange workload, SourceRange holder, SourceRange platform) {
	}

	/** A meeting as far as it was seen. */
	private record Sighting(Workload workload, Workload holder, Set<String> platforms, Set<Integer> ports) {

		Sighting(Workload workload, Workload holder) {
			this(workload, holder, new LinkedHashSet<>(), new LinkedHashSet<>());
		}
	}

	/** All of them, in the order of the topology, whose workloads are all placed; each declaration meets another once. Linear. */
	public static List<TakenPort> of(Topology topology) {
		var holders = new HashMap<Place, Workload>();
		var sightings = new LinkedHashMap<Meeting, Sighting>();
		topology.workloads().values().forEach(workload -> workload.ports().forEach(port -> {
			var platform = topology.platformOf(workload);
			var holder = holders.computeIfAbsent(new Place(platform.name(), port.hostPort()), free -> workload);
			if (holder != workload) {
				note(workload, holder, platform, port, sightings);
			}
		}));
		return sightings.values().stream().map(seen -> new TakenPort(seen.workload(), seen.holder(), List.copyOf(seen.platforms()),
				List.copyOf(seen.ports()))).toList();
	}

	private static void note(Workload workload, Workload holder, ContainerHost platform, PublishedPort port,
			Map<Meeting, Sighting> sightings) {
		var seen = sightings.computeIfAbsent(new Meeting(workload.source(), holder.source(), platform.source()),
				first -> new Sighting(workload, holder));
		seen.platforms().add(platform.name());
		seen.ports().add(port.hostPort());
	}
}
