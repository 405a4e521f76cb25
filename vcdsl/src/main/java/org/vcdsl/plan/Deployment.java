package org.vcdsl.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What exists in the datacentre at one moment, and what each thing stands on.
 *
 * @param needs every thing that exists, in the order in which they came to be, with the things it cannot do without, which exist
 *        too
 */
public record Deployment(Map<Thing, Set<Thing>> needs) {

	/** Nothing is deployed. */
	public static final Deployment EMPTY = new Deployment(Map.of());

	public Deployment {
		var copy = new LinkedHashMap<Thing, Set<Thing>>();
		needs.forEach((thing, needed) -> copy.put(thing, Set.copyOf(needed)));
		copy.forEach((thing, needed) -> needed.stream().filter(other -> !copy.containsKey(other)).findAny().ifPresent(missing -> {
			throw new IllegalArgumentException(thing + " needs " + missing);
		}));
		needs = Collections.unmodifiableMap(copy);
	}

	/**
	 * One thing at one place.
	 *
	 * @param host name of what it is on: a host, a virtual machine for what is nested in one, or a cluster
	 * @param name of the network, volume, workload or cluster; of an enrolment, the workload that manages; of pods, their declaration
	 */
	public record Thing(Kind kind, String host, String name) {
	}

	/** What can be deployed. */
	public enum Kind {
		NETWORK, VOLUME, DEFINED_VIRTUAL_MACHINE, RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER, RUNNING_MICRO_VIRTUAL_MACHINE,
		RUNNING_SYSTEM_CONTAINER, RUNNING_POD, ENROLMENT, CLUSTER, DEPLOYED_PODS
	}

	/** What exists, in the order in which it came to be. */
	public Set<Thing> things() {
		return needs.keySet();
	}

	/** Whether it exists. */
	public boolean has(Thing thing) {
		return needs.containsKey(thing);
	}

	/** Whether something that exists cannot do without it; takes time linear in what exists. */
	public boolean isNeeded(Thing thing) {
		return needs.values().stream().anyMatch(needed -> needed.contains(thing));
	}

	/** This deployment and one thing more; what it needs must exist. */
	public Deployment with(Thing thing, Collection<Thing> needed) {
		var more = new LinkedHashMap<>(needs);
		more.put(thing, Set.copyOf(needed));
		return new Deployment(more);
	}

	/** This deployment without one thing, which nothing else may need. */
	public Deployment without(Thing thing) {
		var fewer = new LinkedHashMap<>(needs);
		fewer.remove(thing);
		return new Deployment(fewer);
	}
}
