package org.vcdsl.analysis.recovery;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Pool;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * A topology without what is gone after a loss, and with no constraint but those to keep, of which what is gone is no part any more. It
 * stands in for the datacentre while places are looked for; linear in the topology.
 */
final class Remains {

	private final Topology topology;
	private final List<Constraint> constraints;
	private final Set<String> hosts;

	/**
	 * @param constraints those to keep
	 * @param hosts names of the ones that are lost
	 */
	Remains(Topology topology, List<Constraint> constraints, Set<String> hosts) {
		this.topology = topology;
		this.constraints = constraints;
		this.hosts = hosts;
	}

	/**
	 * What is there.
	 *
	 * @param gone names of the workloads that are not
	 * @param places what workloads stand on that came back, by name
	 */
	Topology without(Set<String> gone, Map<String, String> places) {
		var left = new LinkedHashMap<>(topology.hosts());
		left.keySet().removeAll(hosts);
		var workloads = new LinkedHashMap<String, Workload>();
		var pools = new IdentityHashMap<List<String>, Optional<Pool>>();
		topology.workloads().values().stream().filter(workload -> !gone.contains(workload.name())).forEach(workload -> workloads.put(
				workload.name(), pools.computeIfAbsent(workload.pool().candidates(), names -> pool(names, gone)).map(workload::withPool)
						.orElse(workload)));
		var placement = new LinkedHashMap<String, String>();
		workloads.keySet().forEach(name -> placement.put(name,
				places.getOrDefault(name, topology.standsOn(topology.workloads().get(name)))));
		return new Topology(topology.name(), topology.locations(), topology.feeds(), topology.switches(), left, topology.networks(),
				topology.volumes(), topology.images(), topology.clusters(), workloads, Map.of(),
				constraints.stream().flatMap(constraint -> reduced(constraint, workloads.keySet()).stream()).toList(), List.of(), placement,
				Map.of());
	}

	/** Empty where nothing of a pool is gone. */
	private Optional<Pool> pool(List<String> candidates, Set<String> gone) {
		var left = candidates.stream().filter(name -> !hosts.contains(name) && !gone.contains(name)).toList();
		return left.size() == candidates.size() || left.isEmpty() ? Optional.empty() : Optional.of(new Pool(left));
	}

	/** Empty where nothing is left that a constraint asks of anyone. */
	private static Optional<Constraint> reduced(Constraint constraint, Set<String> there) {
		return switch (constraint.condition()) {
			case Constraint.Spread spread -> with(constraint, subjects(spread.subjects(), there), 1,
					some -> new Constraint.Spread(some, spread.domain(), spread.skew()));
			case Constraint.Apart apart -> with(constraint, subjects(apart.subjects(), there), Math.min(2, apart.subjects().size()),
					some -> new Constraint.Apart(some, apart.domain()));
			case Constraint.Together together -> with(constraint, subjects(together.subjects(), there), 1,
					some -> new Constraint.Together(some, together.domain()));
			case Constraint.Pin pin -> with(constraint, subjects(pin.subjects(), there), 1,
					some -> new Constraint.Pin(some, pin.places(), pin.platforms()));
			case Constraint.Ban ban -> with(constraint, subjects(ban.subjects(), there), 1,
					some -> new Constraint.Ban(some, ban.places(), ban.platforms()));
			case Constraint.Alone alone -> with(constraint, subjects(alone.subjects(), there), 1,
					some -> new Constraint.Alone(some, alone.domain()));
			case Constraint.Forbid forbid -> Optional.of(constraint);
			case Constraint.Reserve reserve -> Optional.empty();
		};
	}

	private static Optional<Constraint> with(Constraint constraint, List<Selection> subjects, int atLeast,
			Function<List<Selection>, Constraint.Condition> condition) {
		return subjects.size() < atLeast ? Optional.empty()
				: Optional.of(new Constraint(constraint.strength(), condition.apply(subjects), constraint.source()));
	}

	private static List<Selection> subjects(List<Selection> subjects, Set<String> there) {
		return subjects.stream().map(subject -> new Selection(subject.text(), subject.members().stream().filter(there::contains).toList()))
				.filter(subject -> !subject.members().isEmpty()).toList();
	}
}
