package org.vcdsl.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What exists in the datacentre at one moment.
 *
 * @param things in the order in which they came to be
 */
public record Deployment(Set<Thing> things) {

	/** Nothing is deployed. */
	public static final Deployment EMPTY = new Deployment(Set.of());

	public Deployment {
		things = Collections.unmodifiableSet(new LinkedHashSet<>(things));
	}

	/**
	 * One thing on one host.
	 *
	 * @param name of the network, volume or workload
	 */
	public record Thing(Kind kind, String host, String name) {
	}

	/** What can be deployed. */
	public enum Kind {
		NETWORK, VOLUME, DEFINED_VIRTUAL_MACHINE, RUNNING_VIRTUAL_MACHINE, RUNNING_CONTAINER
	}

	/** Whether it exists. */
	public boolean has(Thing thing) {
		return things.contains(thing);
	}

	/** This deployment and one thing more. */
	public Deployment with(Thing thing) {
		var more = new LinkedHashSet<>(things);
		more.add(thing);
		return new Deployment(more);
	}

	/** This deployment without one thing. */
	public Deployment without(Thing thing) {
		var fewer = new LinkedHashSet<>(things);
		fewer.remove(thing);
		return new Deployment(fewer);
	}

	/** Order does not matter for what exists. */
	@Override
	public boolean equals(Object other) {
		return other instanceof Deployment deployment && things.equals(deployment.things);
	}

	@Override
	public int hashCode() {
		return things.hashCode();
	}
}
