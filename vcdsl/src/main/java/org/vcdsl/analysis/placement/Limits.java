package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** What {@code pin} and {@code ban} leave of the candidates of workloads, wherever others stand. */
final class Limits {

	private final Topology topology;
	/** By the name of the workload. */
	private final Map<String, List<Limit>> limits = new HashMap<>();
	private final Map<List<String>, Map<List<Limit>, List<String>>> allowed = new IdentityHashMap<>();

	/** @param constraints of any kind */
	Limits(Topology topology, Stream<Constraint> constraints) {
		this.topology = topology;
		constraints.forEach(constraint -> {
			switch (constraint.condition()) {
				case Constraint.Pin pin -> limit(pin.subjects(), new Limit(constraint, Set.copyOf(pin.platforms()), true));
				case Constraint.Ban ban -> limit(ban.subjects(), new Limit(constraint, Set.copyOf(ban.platforms()), false));
				default -> {
					// asks how workloads stand to each other, or something of all
				}
			}
		});
	}

	private void limit(List<Selection> subjects, Limit limit) {
		subjects.stream().flatMap(subject -> subject.members().stream()).distinct()
				.forEach(name -> limits.computeIfAbsent(name, any -> new ArrayList<>()).add(limit));
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
					var left = own.isEmpty() ? candidates
							: candidates.stream().filter(platform -> own.stream().allMatch(limit -> limit.allows(platform))).toList();
					return left.isEmpty() ? candidates : left;
				});
	}

	/** The first constraint that does not let a workload stand on a platform. */
	Optional<Constraint> against(Workload workload, String platform) {
		return limits.getOrDefault(workload.name(), List.of()).stream().filter(limit -> !limit.allows(platform)).findFirst()
				.map(limit -> limit.constraint);
	}

	/** Where something must stand, or must not: there, directly or through virtual machines. */
	private final class Limit {

		private final Constraint constraint;
		private final Set<String> platforms;
		private final boolean isPin;

		Limit(Constraint constraint, Set<String> platforms, boolean isPin) {
			this.constraint = constraint;
			this.platforms = platforms;
			this.isPin = isPin;
		}

		boolean allows(String platform) {
			var host = switch (topology.platform(platform)) {
				case Host own -> own;
				case VirtualMachine vm -> topology.hostOf(vm);
			};
			return isPin == (platforms.contains(platform) || platforms.contains(host.name()));
		}
	}
}
