package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** What {@code pin}, {@code ban} and {@code forbid} leave of the candidates of workloads, wherever others stand. */
final class Limits {

	private final Topology topology;
	private final Predicate<String> isSettled;
	/** By the name of the workload. */
	private final Map<String, List<Limit>> limits = new HashMap<>();
	private final Map<List<String>, Map<List<Limit>, List<String>>> allowed = new IdentityHashMap<>();

	/** @param constraints of any kind */
	Limits(Topology topology, Stream<Constraint> constraints) {
		this(topology, constraints, platform -> true);
	}

	private Limits(Topology topology, Stream<Constraint> constraints, Predicate<String> isSettled) {
		this.topology = topology;
		this.isSettled = isSettled;
		constraints.forEach(constraint -> {
			switch (constraint.condition()) {
				case Constraint.Pin pin -> limit(members(pin.subjects()), new Limit(constraint, Set.copyOf(pin.platforms()), true, true));
				case Constraint.Ban ban -> limit(members(ban.subjects()), new Limit(constraint, Set.copyOf(ban.platforms()), false, true));
				case Constraint.Forbid forbid -> limit(topology.workloads().values().stream()
						.filter(workload -> forbid.trait().isOf(workload)).map(Workload::name),
						new Limit(constraint, Set.copyOf(forbid.platforms()), false, false));
				default -> {
					// asks how workloads stand to each other, or something of all
				}
			}
		});
	}

	/** What must be kept. */
	static Limits thatMustBeKept(Topology topology) {
		return thatMustBeKept(topology, platform -> true);
	}

	/**
	 * What must be kept.
	 *
	 * @param isSettled whether it is known of a platform on which host it is: others are no candidates
	 */
	static Limits thatMustBeKept(Topology topology, Predicate<String> isSettled) {
		return new Limits(topology, topology.constraints().stream().filter(constraint -> constraint.strength() == Constraint.Strength.MUST), isSettled);
	}

	private static Stream<String> members(List<Selection> subjects) {
		return subjects.stream().flatMap(subject -> subject.members().stream()).distinct();
	}

	private void limit(Stream<String> workloads, Limit limit) {
		workloads.forEach(name -> limits.computeIfAbsent(name, any -> new ArrayList<>()).add(limit));
	}

	boolean isEmpty() {
		return limits.isEmpty();
	}

	boolean concern(Workload workload) {
		return limits.containsKey(workload.name());
	}

	/**
	 * The candidates on which a workload may stand; all when there is none. Workloads with the same candidates and the same limits share a
	 * list.
	 */
	List<String> allowed(Workload workload) {
		var candidates = workload.pool().candidates();
		return allowed.computeIfAbsent(candidates, any -> new HashMap<>()).computeIfAbsent(limits.getOrDefault(workload.name(), List.of()),
				own -> {
					var settled = candidates.stream().allMatch(isSettled) ? candidates : candidates.stream().filter(isSettled).toList();
					var left = own.isEmpty() ? settled
							: settled.stream().filter(platform -> own.stream().allMatch(limit -> limit.allows(platform))).toList();
					return left.isEmpty() ? settled : left;
				});
	}

	/** Whether they let two workloads stand on the same of some candidates. */
	boolean treatAlike(Workload one, Workload other) {
		return limits.getOrDefault(one.name(), List.of()).equals(limits.getOrDefault(other.name(), List.of()));
	}

	/** All constraints that do not let a workload stand on a platform. */
	Stream<Constraint> refusing(Workload workload, String platform) {
		return limits.getOrDefault(workload.name(), List.of()).stream().filter(limit -> !limit.allows(platform)).map(limit -> limit.constraint);
	}

	/** The first constraint that does not let a workload stand on a platform. */
	Optional<Constraint> against(Workload workload, String platform) {
		return refusing(workload, platform).findFirst();
	}

	/** Where something must stand, or must not: there, directly or, where that counts, through virtual machines. */
	private final class Limit {

		private final Constraint constraint;
		private final Set<String> platforms;
		private final boolean isPin;
		private final boolean countsThroughMachines;

		Limit(Constraint constraint, Set<String> platforms, boolean isPin, boolean countsThroughMachines) {
			this.constraint = constraint;
			this.platforms = platforms;
			this.isPin = isPin;
			this.countsThroughMachines = countsThroughMachines;
		}

		boolean allows(String platform) {
			return isPin == (platforms.contains(platform) || countsThroughMachines && platforms.contains(hostOf(platform)));
		}

		private String hostOf(String platform) {
			return switch (topology.platform(platform)) {
				case Host own -> own.name();
				case VirtualMachine vm -> topology.hostOf(vm).name();
			};
		}
	}
}
