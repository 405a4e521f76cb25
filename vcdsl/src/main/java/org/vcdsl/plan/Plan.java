package org.vcdsl.plan;

import java.util.List;

/**
 * Everything to do, in an order that keeps all dependencies.
 *
 * @param topology name of the topology it deploys
 * @param steps each after all steps it depends on
 */
public record Plan(String topology, List<Step> steps) {

	public Plan {
		steps = List.copyOf(steps);
	}
}
