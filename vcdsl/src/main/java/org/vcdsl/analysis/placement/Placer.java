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
import java.util.stream.Collectors;

import org.vcdsl.analysis.capacity.FreeCapacity;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Places each workload on one of its candidates. A workload that was recorded somewhere stays there, as long as that is one of them and no
 * constraint that must be kept forbids it. All others stand where they surely can run, where what must be kept is kept, where there is room
 * for them, and where what should be kept is kept, as far as one of their candidates has all that; then apart from their siblings, by rack,
 * by host and by what they stand on; then where the smallest part of the memory is asked for; then where the fewest workloads stand; then
 * in the order of the topology. The same topology gives the same placement.
 *
 * <p>Workloads are placed in waves, each when all that they may stand on is known to be somewhere; in a wave those that were recorded come
 * first, so that what is new makes room for what is there, then virtual machines, then all else, of these the ones with the strictest
 * constraints first, then in the order of the topology. One after the other, that takes time in n log n for n
 * workloads and candidates together, and in the candidates that are refused: once for all workloads of a declaration that are alike, but for
 * what a {@code spread} or a wish refuses, which may be settled later; where a whole host, rack, room or site is refused, that counts as one.
 *
 * <p>Where that leaves something broken, {@link PlacementSearch} looks for a placement that keeps everything, of all workloads of the
 * wave that were not recorded; of those concerned where these are too many. What it finds out not to be possible is a
 * {@link PlacementConflict}. Whether the result keeps a constraint is what rules ask of {@link ConstraintCheck}, and of capacities they ask
 * {@link org.vcdsl.analysis.capacity.GuestDemand}.
 */
public final class Placer {

	/** Pairs of a workload and a candidate that are searched at once: some tenths of a second to write down. */
	private static final int SEARCHED = 20_000;

	private final Topology topology;
	private final Catalogue catalogue;
	private final Map<String, String> recorded;
	private final Map<String, UnkeptPlace> unkept = new HashMap<>();
	private final List<PlacementConflict> conflicts = new ArrayList<>();
	private final Map<String, String> places = new LinkedHashMap<>();
	private final Map<String, Load> loads = new HashMap<>();
	private final Map<String, List<String>> siblings = new HashMap<>();
	private final FreeCapacity room;

	private Placer(Topology topology, Catalogue catalogue, Map<String, String> recorded) {
		this.topology = topology;
		this.catalogue = catalogue;
		this.recorded = recorded;
		this.room = new FreeCapacity(topology);
	}

	/**
	 * Places workloads, where they stood before as far as they may. Precondition: no machine can come to stand on itself.
	 *
	 * @param catalogue what is known of the things the topology names
	 * @param recorded names of platforms, by the name of the workload; both are in the topology
	 */
	public static Placed place(Topology topology, Catalogue catalogue, Map<String, String> recorded) {
		if (recorded.isEmpty() && topology.workloads().values().stream().allMatch(workload -> workload.pool().isFixed())) {
			return Placed.asIs(topology);
		}
		var placer = new Placer(topology, catalogue, recorded);
		var placed = placer.placeAll();
		return new Placed(placed, topology.workloads().keySet().stream().map(placer.unkept::get).filter(Objects::nonNull).toList(),
				placer.conflicts);
	}

	private Topology placeAll() {
		dropImpossible();
		var open = new ArrayList<Workload>();
		for (var workload : topology.workloads().values()) {
			if (workload.pool().isFixed()) {
				put(workload, workload.pool().candidates().getFirst());
			} else {
				open.add(workload);
			}
		}
		for (var isFirst = true; !open.isEmpty(); isFirst = false) {
			var settled = settled();
			var areKnown = new IdentityHashMap<List<String>, Boolean>();
			new Wave(settled, isFirst).place(open.stream()
					.filter(workload -> areKnown.computeIfAbsent(workload.pool().candidates(), settled::containsAll)).toList());
			open.removeIf(workload -> places.containsKey(workload.name()));
		}
		return topology.placed(inOrder(places));
	}

	private Map<String, String> inOrder(Map<String, String> some) {
		var inOrder = new LinkedHashMap<String, String>();
		topology.workloads().keySet().forEach(name -> inOrder.put(name, some.get(name)));
		return inOrder;
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
		room.put(workload, place);
		loads.merge(place, Load.of(workload), Load::plus);
		siblings.computeIfAbsent(workload.declaration(), name -> new ArrayList<>()).add(place);
	}

	private void takeBack(Workload workload) {
		var place = places.remove(workload.name());
		room.take(workload, place);
		loads.computeIfPresent(place, (name, load) -> load.minus(Load.of(workload)));
		siblings.get(workload.declaration()).remove(place);
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
		private final boolean isFirst;
		private final FailureDomains domains;
		private final Topology sofar;
		private final KeptConstraints musts;
		private final KeptConstraints wishes;
		private final Suitability suitability;
		private final Map<List<String>, Tiers> pools = new HashMap<>();
		private final Map<List<String>, Tiers> poolsByIdentity = new IdentityHashMap<>();
		private final List<Workload> failed = new ArrayList<>();
		/** By the name of the workload: recorded places that break a constraint, and that it has all the same. */
		private final Map<String, UnkeptPlace> stayed = new HashMap<>();
		private Workload last;
		private Tiers current;

		/** @param isFirst whether nothing that has a choice was placed before */
		Wave(Set<String> settled, boolean isFirst) {
			this.settled = settled;
			this.isFirst = isFirst;
			this.sofar = topology.placed(places);
			this.domains = new FailureDomains(sofar);
			this.musts = new KeptConstraints(sofar, domains, settled, Strength.MUST);
			this.wishes = new KeptConstraints(sofar, domains, settled, Strength.SHOULD);
			this.suitability = new Suitability(sofar, new KernelCompatibility(anyhow(), catalogue));
		}

		/** What is not placed yet stands somewhere: nobody asks where. */
		private Topology anyhow() {
			var all = new HashMap<>(places);
			topology.workloads().forEach((name, workload) -> all.computeIfAbsent(name, any -> workload.pool().candidates().getFirst()));
			return topology.placed(all);
		}

		void place(List<Workload> workloads) {
			var isKnown = workloads.stream().collect(Collectors.partitioningBy(
					workload -> recorded.containsKey(workload.name()) && !unkept.containsKey(workload.name())));
			isKnown.get(true).forEach(workload -> keep(workload, recorded.get(workload.name())));
			var free = workloads.stream().filter(workload -> !places.containsKey(workload.name())).toList();
			free.stream().sorted(Comparator.<Workload>comparingInt(workload -> workload instanceof VirtualMachine ? 0 : 1)
					.thenComparingInt(musts::turn)).forEach(this::choose);
			if (!failed.isEmpty() || musts.areBrokenInTheEnd() || wishes.areBrokenInTheEnd()) {
				search(free, isKnown.get(true).isEmpty());
			}
		}

		private void choose(Workload workload) {
			var tiers = tiers(workload);
			var place = tiers.roomy().best(
					platform -> refusing(workload, platform).or(() -> wishes.refusing(workload, platform).map(Refusal::forNow)));
			if (place.isEmpty()) {
				failed.add(workload);
				place = tiers.roomy().best(platform -> refusing(workload, platform)).or(() -> stay(workload))
						.or(() -> tiers.kept().best(platform -> musts.refusing(workload, platform)))
						.or(() -> tiers.any().best(platform -> Optional.empty()));
			}
			put(workload, place.orElseThrow());
			tiers.put(place.get());
			musts.put(workload, place.get());
			wishes.put(workload, place.get());
		}

		/** What must be kept, and that there is room, of which there is only less and less. */
		private Optional<Refusal> refusing(Workload workload, String platform) {
			return musts.refusing(workload, platform)
					.or(() -> room.missing(workload, platform).map(resource -> new Refusal(FailureDomain.KERNEL, true)));
		}

		private void keep(Workload workload, String place) {
			musts.broken(workload, place).ifPresentOrElse(
					constraint -> unkept.put(workload.name(), new UnkeptPlace(workload, place, Optional.of(constraint))), () -> {
						put(workload, place);
						musts.put(workload, place);
						wishes.put(workload, place);
					});
		}

		/** Where it was recorded, though that breaks a constraint: leaving would not help. */
		private Optional<String> stay(Workload workload) {
			return Optional.ofNullable(unkept.get(workload.name())).filter(left -> left.constraint().isPresent())
					.map(left -> {
						stayed.put(workload.name(), unkept.remove(workload.name()));
						return left.platform();
					});
		}

		private Tiers tiers(Workload workload) {
			var tiers = poolsByIdentity.computeIfAbsent(suitability.suiting(workload, musts.allowed(workload)),
					names -> pools.computeIfAbsent(names, same -> new Tiers(() -> new Candidates(same, sofar, loads))));
			if (tiers != current || !workload.declaration().equals(last.declaration())) {
				tiers.start(siblings.getOrDefault(workload.declaration(), List.of()).stream().filter(settled::contains).toList());
			} else if (!areAlike(last, workload)) {
				tiers.forget();
			}
			current = tiers;
			last = workload;
			return tiers;
		}

		/** Whether what was refused to the one is refused to the other. */
		private boolean areAlike(Workload one, Workload other) {
			return one.memoryBytes().equals(other.memoryBytes()) && one.cpuMillicores().equals(other.cpuMillicores())
					&& one.attachments().equals(other.attachments()) && musts.treatAlike(one, other);
		}

		/** Looks for a better placement of these together; what is found out not to be possible is a conflict. */
		private void search(List<Workload> free, boolean isUnrecorded) {
			var searched = few(free).or(() -> few(concerned(free)));
			if (searched.isEmpty()) {
				return;
			}
			var choices = searched.get();
			var likely = new HashMap<String, String>();
			choices.keySet().forEach(workload -> likely.put(workload.name(), places.get(workload.name())));
			choices.keySet().forEach(Placer.this::takeBack);
			var model = new PlacementModel(sofar, domains, places, choices, likely, room);
			var found = new PlacementSearch(model, isFirst && isUnrecorded && choices.size() == free.size()).search();
			conflicts.addAll(found.conflicts());
			choices.keySet().forEach(workload -> put(workload, found.places().orElse(likely).get(workload.name())));
			stayed.forEach((name, left) -> {
				if (!places.get(name).equals(left.platform())) {
					unkept.put(name, left);
				}
			});
		}

		/** What may stand where, or nothing where that is too much to be searched. */
		private Optional<Map<Workload, List<String>>> few(List<Workload> workloads) {
			var choices = new LinkedHashMap<Workload, List<String>>();
			workloads.forEach(workload -> choices.put(workload, suitability.suiting(workload, workload.pool().candidates())));
			return choices.isEmpty() || choices.values().stream().mapToLong(List::size).sum() > SEARCHED ? Optional.empty() : Optional.of(choices);
		}

		/** Those for which no place was found that keeps everything, and those of the same constraints. */
		private List<Workload> concerned(List<Workload> free) {
			var names = failed.stream().map(Workload::name).collect(Collectors.toSet());
			var concerned = topology.constraints().stream().map(Wave::members).filter(members -> members.stream().anyMatch(names::contains))
					.flatMap(Set::stream).collect(Collectors.toSet());
			concerned.addAll(names);
			return free.stream().filter(workload -> concerned.contains(workload.name())).toList();
		}

		private static Set<String> members(Constraint constraint) {
			var subjects = switch (constraint.condition()) {
				case Constraint.Spread spread -> spread.subjects();
				case Constraint.Apart apart -> apart.subjects();
				case Constraint.Together together -> together.subjects();
				case Constraint.Pin pin -> pin.subjects();
				case Constraint.Ban ban -> ban.subjects();
				case Constraint.Alone alone -> alone.subjects();
				case Constraint.Reserve reserve -> List.<Selection>of();
				case Constraint.Forbid forbid -> List.<Selection>of();
			};
			return subjects.stream().flatMap(subject -> subject.members().stream()).collect(Collectors.toSet());
		}
	}
}
