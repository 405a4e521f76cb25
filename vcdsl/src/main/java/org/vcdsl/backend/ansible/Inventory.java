package org.vcdsl.backend.ansible;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.topology.Topology;

/** What Ansible logs in to: servers, and guests, which are virtual machines with something in them. */
final class Inventory {

	private Inventory() {
	}

	static Map<String, Object> of(Topology topology, Work work) {
		var groups = new LinkedHashMap<String, Object>();
		groups.put("servers", Map.of("hosts", hosts(topology, work.places(), topology.hosts()::containsKey)));
		var machines = hosts(topology, work.places(), topology.workloads()::containsKey);
		if (!machines.isEmpty()) {
			var guests = new LinkedHashMap<String, Object>();
			guests.put("hosts", machines);
			guests.put("vars", Map.of("ansible_user", template(Unstated.login())));
			groups.put("guests", guests);
		}
		return Map.of("all", Map.of("children", groups));
	}

	private static Map<String, Object> hosts(Topology topology, List<String> places, Predicate<String> condition) {
		var hosts = new LinkedHashMap<String, Object>();
		places.stream().filter(condition).forEach(place -> hosts.put(DeploymentNames.slug(place),
				Map.of("ansible_host", Unstated.statedAddress(topology, place)
						.orElseGet(() -> template(Unstated.address(place))))));
		return hosts;
	}

	private static String template(String variable) {
		return "{{ " + variable + " }}";
	}
}
