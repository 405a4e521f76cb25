package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Places each workload on one of its candidates: where it was recorded, as long as that is one of them and no constraint that must be kept
 * forbids it; else where it keeps the constraints that must be kept, as far as one of them does; then apart
 * from its siblings, by rack, by host and by what it stands on; then where least memory is asked for; then where the
 * fewest workloads stand; then in the order of the topology. The same topology gives the same placement.
 *
 * <p>It is greedy: one workload after the other and never back, virtual machines before what may stand on them, then those with the
 * strictest constraints first, then in the order of the topology. So it may miss a placement that keeps everything. Of the constraints it
 * looks at {@code pin}, {@code ban}, {@code apart}, {@code spread} and {@code alone}, and leaves a published port to the one that
 * has it; capacities and the rest are for a placer that searches. Whether the result keeps a constraint is
 * what rules ask of {@link ConstraintCheck}.
 *
 * <p>Of virtual machines, and then of all else, those that were recorded come first, so that what is new makes room for what is there.
 * A recorded place on a virtual machine is looked at when its host is known.
 *
 * <p>Takes time in n log n for n workloads and candidates together, and in the candidates that constraints refuse; where they refuse a
 * whole host, rack, room or site, that counts as one.
 */
public final class Placer {

	private final Topology topology;
	private final Map<String, String> recorded;
	private final Map<String, UnkeptPlace> unkept = new HashMap<>();
	private final Map<String, String> places = new LinkedHashMap<>();
	private final Map<String, Load> loads = new HashMap<>();
	private final Map<String, List<String>> siblings = new HashMap<>();

	private Placer(Topology topology, Map<String, String> recorded) {
		this.topology = topology;
		this.recorded = recorded;
	}

	/** The topology with all its workloads placed. Precondition: no machine can come to stand on itself. */
	public static Topology place(Topology topology) {
		return place(topology, Map.of()).topology();
	}

	/**
	 * Places workloads where they stood before, as far as they may.
	 *
	 * @param recorded names of platforms, by the name of the workload; both are in the topology
	 */
	public static Placed place(Topology topology, Map<String, String> recorded) {
		if (recorded.isEmpty() && topology.workloads().values().stream().allMatch(workload -> workload.pool().isFixed())) {
			return new Placed(topology, List.of());
		}
		var placer = new Placer(topology, recorded);
		var placed = placer.placeAll();
		return new Placed(placed, topology.workloads().keySet().stream().map(placer.unkept::get).filter(Objects::nonNull).toList());
	}

	private Topology placeAll() {
		dropImpossible();
		var machines = new ArrayList<Workload>();
		var others = new ArrayList<Workload>();
		for (var workload : topology.workloads().values()) {
			if (workload.pool().isFixed()) {
				put(workload, workload.pool().candidates().getFirst());
			} else {
				(workload instanceof VirtualMachine ? machines : others).add(workload);
			}
		}
		while (!machines.isEmpty()) {
			var settled = settled();
			new Wave(settled).place(machines.stream().filter(machine -> settled.containsAll(machine.pool().candidates())).toList());
			machines.removeIf(machine -> places.containsKey(machine.name()));
		}
		new Wave(settled()).place(others);
		var inOrder = new LinkedHashMap<String, String>();
		topology.workloads().keySet().forEach(name -> inOrder.put(name, places.get(name)));
		return topology.placed(inOrder);
	}

	/** What the architect has taken out of a pool since, or moved by hand. */
	private void dropImpossible() {
		var pools = new IdentityHashMap<List<String>, Set<String>>();
		recorded.forEach((name, place) -> {
			var workload = topology.workloads().get(name);
			if (!pools.computeIfAbsent(workload.pool().candidates(), HashSet::new).contains(place)) {
				unkept.put(name, new UnkeptPlace(workload, place, Optional.empty()));
			}
		});
	}

	private void put(Workload workload, String place) {
		places.put(workload.name(), place);
		loads.merge(place, Load.of(workload), Load::plus);
		siblings.computeIfAbsent(workload.declaration(), name -> new ArrayList<>()).add(place);
	}

	/** The hosts, and the virtual machines of which it is known on which host they are. */
	private Set<String> settled() {
		var settled = new HashSet<>(topology.hosts().keySet());
		for (var name : places.keySet()) {
			var path = new ArrayList<String>();
			var next = name;
			while (next != null && !settled.contains(next)) {
				path.add(next);
				next = places.get(next);
			}
			if (next != null) {
				settled.addAll(path);
			}
		}
		return settled;
	}

	/** Workloads that are placed while it is known where everything is that they can stand on. */
	private final class Wave {

		private final Set<String> settled;
		private final FailureDomains domains;
		private final Topology sofar;
		private final KeptConstraints constraints;
		private final Map<List<String>, Candidates> pools = new HashMap<>();
		private final Map<List<String>, Candidates> poolsByIdentity = new IdentityHashMap<>();
		private String declaration;
		private Candidates current;

		Wave(Set<String> settled) {
			this.settled = settled;
			this.sofar = topology.placed(places);
			this.domains = new FailureDomains(sofar);
			this.constraints = new KeptConstraints(sofar, domains, settled);
		}

		void place(List<Workload> workloads) {
			workloads.stream().filter(workload -> recorded.containsKey(workload.name()) && !unkept.containsKey(workload.name()))
					.forEach(workload -> keep(workload, recorded.get(workload.name())));
			workloads.stream().filter(workload -> !places.containsKey(workload.name()))
					.sorted(Comparator.comparingInt(constraints::turn)).forEach(this::choose);
		}

		private void choose(Workload workload) {
			var candidates = candidates(workload);
			var place = candidates.best(platform -> constraints.refusing(workload, platform))
					.or(() -> stay(workload)).or(() -> candidates.best(platform -> Optional.empty())).orElseThrow();
			put(workload, place);
			candidates.put(place);
			constraints.put(workload, place);
		}

		private void keep(Workload workload, String place) {
			constraints.broken(workload, place).ifPresentOrElse(
					constraint -> unkept.put(workload.name(), new UnkeptPlace(workload, place, Optional.of(constraint))), () -> {
						put(workload, place);
						constraints.put(workload, place);
					});
		}

		/** Where it was recorded, though that breaks a constraint: leaving would not help. */
		private Optional<String> stay(Workload workload) {
			return Optional.ofNullable(unkept.get(workload.name())).filter(left -> left.constraint().isPresent())
					.map(left -> unkept.remove(workload.name()).platform());
		}

		private Candidates candidates(Workload workload) {
			var candidates = poolsByIdentity.computeIfAbsent(constraints.allowed(workload),
					names -> pools.computeIfAbsent(names, same -> new Candidates(same, sofar, loads)));
			if (candidates != current || !workload.declaration().equals(declaration)) {
				candidates.start(siblings.getOrDefault(workload.declaration(), List.of()).stream().filter(settled::contains).toList());
				current = candidates;
				declaration = workload.declaration();
			}
			return candidates;
		}
	}
}
