package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.topology.Location;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Topology;

/**
 * The minimal cut sets of order 1: each event that by itself takes a service down.
 *
 * <p>Exact for the failure model, shared events included; a service that is down from the start has none. Cost: what loses something
 * with each event, summed over the events.
 *
 * @param services the services that each event takes down, events and services in the order of the topology; events that take
 *        none down are left out
 * @param downAnyway the services that are down although nothing has failed
 * @param unreachable the needs of workloads and of services that are not met although nothing has failed, because too few members
 *        answer where they are asked for and have a way to the edge. Where these are enough and down, it is for needs of their own,
 *        which are listed instead
 */
public record SinglePointsOfFailure(Map<FailureEvent, List<String>> services, List<String> downAnyway, List<Need> unreachable) {

	/** Finds all single points of failure of a topology. */
	public static SinglePointsOfFailure of(Topology topology) {
		var model = new FailureModel(topology);
		var graph = model.graph();
		var serviceAt = new HashMap<Integer, String>();
		model.services().forEach((name, node) -> serviceAt.put(node, name));
		var position = new HashMap<String, Integer>();
		model.services().keySet().forEach(name -> position.put(name, position.size()));
		var services = new LinkedHashMap<FailureEvent, List<String>>();
		model.events().forEach((event, node) -> {
			var down = new ArrayList<String>();
			graph.whenFails(node, failed -> {
				var service = serviceAt.get(failed);
				if (service != null) {
					down.add(service);
				}
			});
			if (!down.isEmpty()) {
				down.sort(Comparator.comparingInt(position::get));
				services.put(event, List.copyOf(down));
			}
		});
		var unreachable = needs(topology).filter(need -> graph.isDownFromTheStart(model.node(need)))
				.filter(need -> model.connections(need).stream().filter(node -> !graph.isDownFromTheStart(node)).count() < need.required())
				.toList();
		var downAnyway = model.services().entrySet().stream().filter(service -> graph.isDownFromTheStart(service.getValue()))
				.map(Map.Entry::getKey).toList();
		return new SinglePointsOfFailure(Collections.unmodifiableMap(services), downAnyway, unreachable);
	}

	/** All needs, each once: the members of a group share theirs. */
	private static Stream<Need> needs(Topology topology) {
		Set<Need> once = Collections.newSetFromMap(new IdentityHashMap<>());
		return Stream.concat(topology.workloads().values().stream().flatMap(workload -> workload.duties().needs().stream()),
				topology.services().values().stream().flatMap(service -> service.needs().stream())).filter(once::add);
	}

	/** The locations that hold every host of a topology, from the outside to the inside; none when there is no host. */
	public static List<Location> aroundEverything(Topology topology) {
		var hosts = List.copyOf(topology.hosts().values());
		if (hosts.isEmpty()) {
			return List.of();
		}
		var around = new ArrayList<>(topology.enclosing(hosts.getFirst().location()));
		hosts.forEach(host -> around.retainAll(topology.enclosing(host.location())));
		return around.reversed();
	}
}
