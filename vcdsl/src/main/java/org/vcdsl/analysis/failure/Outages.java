package org.vcdsl.analysis.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Topology;

/**
 * What is down at once when one thing is lost, by the failure model. The model is derived once, linear in the size of the topology; each
 * question takes time in what falls, and in what is down anyway.
 */
public final class Outages {

	private final FailureModel model;
	private final SuccessGraph graph;
	private final Elements hosts;
	private final Elements volumes;
	private final Elements workloads;
	private final Elements services;

	/** Names of what is down: because of the loss, or anyway. */
	public record Outage(Set<String> hosts, Set<String> volumes, Set<String> workloads, Set<String> services) {

		public Outage {
			hosts = Set.copyOf(hosts);
			volumes = Set.copyOf(volumes);
			workloads = Set.copyOf(workloads);
			services = Set.copyOf(services);
		}
	}

	/** Of a topology whose workloads are all placed. */
	public Outages(Topology topology) {
		this.model = new FailureModel(topology);
		this.graph = model.graph();
		this.hosts = new Elements(model.hosts());
		this.volumes = new Elements(model.volumes());
		this.workloads = new Elements(model.workloads());
		this.services = new Elements(model.services());
	}

	/**
	 * What is down when something is lost.
	 *
	 * @param kind of an event that the element has in the failure model: the hardware of a host, a location
	 */
	public Outage with(FailureEvent.Kind kind, String element) {
		var failed = new ArrayList<Integer>();
		graph.whenFails(model.events().get(new FailureEvent(kind, element, Optional.empty())), failed::add);
		return new Outage(hosts.down(failed), volumes.down(failed), workloads.down(failed), services.down(failed));
	}

	/** Whether a workload is down although nothing is lost. */
	public boolean isDownAnyway(String workload) {
		return workloads.downAnyway.contains(workload);
	}

	/** Elements of a kind by their nodes. */
	private final class Elements {

		private final Map<Integer, String> names = new HashMap<>();
		private final Set<String> downAnyway = new HashSet<>();

		Elements(Map<String, Integer> nodes) {
			nodes.forEach((name, node) -> {
				names.put(node, name);
				if (graph.isDownFromTheStart(node)) {
					downAnyway.add(name);
				}
			});
		}

		Set<String> down(List<Integer> failed) {
			var down = new HashSet<>(downAnyway);
			failed.forEach(node -> Optional.ofNullable(names.get(node)).ifPresent(down::add));
			return down;
		}
	}
}
