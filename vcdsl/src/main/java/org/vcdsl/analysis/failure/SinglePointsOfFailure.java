package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.topology.Location;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;

/**
 * The minimal cut sets of order 1: each event that by itself takes a service down.
 *
 * <p>Exact for the failure model, shared events included; a service that is down from the start has none. Cost: what goes down
 * with each event, summed over the events.
 *
 * @param services the services that each event takes down, events and services in the order of the topology; events that take
 *        none down are left out
 * @param unreachable the needs that are not met although nothing has failed
 */
public record SinglePointsOfFailure(Map<FailureEvent, List<String>> services, List<Service.Need> unreachable) {

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
		var unreachable = model.needs().entrySet().stream().filter(need -> graph.isDownFromTheStart(need.getValue()))
				.map(Map.Entry::getKey).toList();
		return new SinglePointsOfFailure(Collections.unmodifiableMap(services), unreachable);
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
