package org.vcdsl.analysis.recovery;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.Outages.Outage;
import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.analysis.placement.ConstraintAnswer;
import org.vcdsl.analysis.placement.ConstraintCheck;
import org.vcdsl.analysis.placement.NewPlaces;
import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Recovery;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/**
 * Places anew what is lost with hosts and says that it recovers, wave after wave: first what stood on a lost host, then what stood on a
 * machine that stays down. What stands on a machine that comes back comes back with it. In each wave all are placed together.
 *
 * <p>Where that is refuted, whoever is refuted by itself stays down whatever becomes of others; of the rest it is said that not all come
 * back. Both need obligations that no further workload makes easier to keep, which {@code spread} is not: with it, the whole wave is named.
 */
final class AftermathSearch {

	/** Workloads above which it is not asked which of them finds no place by itself. */
	private static final int JUDGED_ALONE = 50;
	private static final int NAMED = 3;

	private final Topology topology;
	private final Outage outage;
	private final Predicate<String> isDownAnyway;
	private final Managers managers;
	private final SharedDisks disks;
	private final Alternatives alternatives;
	private final List<Constraint> musts;
	private final Remains remains;
	private final Effort effort;
	/** Those lost with their hosts of which it is not decided yet what becomes of them, by name; what stands below comes first. */
	private final Map<String, Workload> open = new LinkedHashMap<>();
	private final Set<String> lost;
	/** All that is lost and not back. */
	private final Set<String> gone;
	private final Map<String, String> places = new LinkedHashMap<>();
	private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

	/**
	 * @param guests workloads by the name of what they stand on
	 * @param outage what is down after the loss
	 * @param isDownAnyway of a workload, whether it is down before it, too: then nothing is said of it
	 * @param musts those constraints that the placement keeps
	 */
	AftermathSearch(Topology topology, Map<String, List<Workload>> guests, Outage outage, Predicate<String> isDownAnyway, Managers managers,
			Alternatives alternatives, List<Constraint> musts, Effort effort) {
		this.topology = topology;
		this.outage = outage;
		this.isDownAnyway = isDownAnyway;
		this.musts = musts;
		this.managers = managers;
		this.disks = new SharedDisks(topology);
		this.alternatives = alternatives;
		this.remains = new Remains(topology, musts, outage.hosts());
		this.effort = effort;
		var next = new ArrayDeque<>(topology.hosts().keySet().stream().filter(outage.hosts()::contains).toList());
		while (!next.isEmpty()) {
			guests.getOrDefault(next.remove(), List.of()).forEach(guest -> {
				open.put(guest.name(), guest);
				next.add(guest.name());
			});
		}
		this.lost = Set.copyOf(open.keySet());
		this.gone = new HashSet<>(lost);
	}

	Map<String, Outcome> search() {
		while (!open.isEmpty()) {
			var wave = open.values().stream().filter(workload -> !open.containsKey(topology.standsOn(workload))).toList();
			place(wave.stream().filter(this::isToBePlaced).toList());
			wave.forEach(workload -> open.remove(workload.name()));
			comeAlong();
		}
		broken().ifPresent(broken -> outcomes.replaceAll((name, outcome) -> outcome instanceof Outcome.ComesBack
				? new Outcome.Unknown("the place found for it breaks " + broken) : outcome));
		return outcomes;
	}

	/** What stands on a machine that came back. */
	private void comeAlong() {
		for (var workload : List.copyOf(open.values())) {
			var platform = topology.standsOn(workload);
			if (!gone.contains(platform) && topology.workloads().containsKey(platform)) {
				comesBack(workload, platform);
				open.remove(workload.name());
			}
		}
	}

	private void comesBack(Workload workload, String platform) {
		gone.remove(workload.name());
		if (!platform.equals(topology.standsOn(workload))) {
			places.put(workload.name(), platform);
		}
		if (isToRecover(workload) && !isDownAnyway.test(workload.name())) {
			outcomes.put(workload.name(), new Outcome.ComesBack(platform));
		}
	}

	static boolean isToRecover(Workload workload) {
		return workload.duties().recovery().equals(Optional.of(Recovery.AUTO));
	}

	/** Whether a manager is to start it; where it is unknown whether the machine below comes back, so is this. */
	private boolean isToBePlaced(Workload workload) {
		if (!isToRecover(workload) || isDownAnyway.test(workload.name())) {
			return false;
		}
		var platform = topology.standsOn(workload);
		if (isUndecided(platform)) {
			outcomes.put(workload.name(), new Outcome.Unknown("it is not known whether '%s' comes back".formatted(platform)));
			return false;
		}
		return true;
	}

	private boolean isUndecided(String platform) {
		var outcome = outcomes.get(platform);
		return outcome instanceof Outcome.NotAll || outcome instanceof Outcome.Unknown;
	}

	// --- a wave -----------------------------------------------------------------------------------------------------------

	/**
	 * What of a wave may be started where.
	 *
	 * @param certain candidates of those that managers start, by name
	 * @param possible candidates of those of which it is unknown whether anybody does
	 * @param hoping those for which a machine comes into question, too, of which it is open whether it comes back
	 */
	private record Wave(Map<String, List<String>> certain, Map<String, List<String>> possible, Set<String> hoping) {

		Map<String, List<String>> all() {
			var all = new LinkedHashMap<>(certain);
			all.putAll(possible);
			return all;
		}
	}

	private void place(List<Workload> workloads) {
		var isOpen = outcomes.keySet().stream().anyMatch(this::isUndecided);
		var wave = new Wave(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
		workloads.forEach(workload -> sortIn(workload, wave));
		if (isOpen) {
			conclude(wave.certain.keySet(), depends());
		} else if (!wave.certain.isEmpty()) {
			place(wave);
		}
	}

	private void sortIn(Workload workload, Wave wave) {
		var name = workload.name();
		var managed = managers.of(workload, outage.workloads());
		var obstacles = Stream.of(disks.obstacle(workload, outage.volumes()), managed.obstacle()).flatMap(Optional::stream).toList();
		var isDown = obstacles.stream().filter(Outcome.StaysDown.class::isInstance).findFirst();
		if (isDown.isPresent()) {
			outcomes.put(name, isDown.get());
			return;
		}
		if (!effort.spend(workload.pool().candidates().size())) {
			outcomes.put(name, givenUp());
			return;
		}
		var pool = workload.pool().candidates().stream().map(topology::platform).toList();
		var there = pool.stream().filter(this::isThere).toList();
		var suiting = there.stream().filter(platform -> managed.obstacle().isPresent() || managed.reach().test(platform))
				.filter(platform -> alternatives.refusal(workload, platform).isEmpty()).map(ContainerHost::name).toList();
		if (pool.stream().anyMatch(this::mayComeBack)) {
			wave.hoping.add(name);
		}
		if (!obstacles.isEmpty()) {
			outcomes.put(name, obstacles.getFirst());
			if (!suiting.isEmpty()) {
				wave.possible.put(name, suiting);
			}
		} else if (!suiting.isEmpty()) {
			wave.certain.put(name, suiting);
		} else {
			outcomes.put(name, wave.hoping.contains(name) ? depends() : new Outcome.StaysDown(nowhere(workload, there, managed)));
		}
	}

	/** Whether a platform is up without having been lost. */
	private boolean isThere(ContainerHost platform) {
		return switch (platform) {
			case Host host -> !outage.hosts().contains(host.name());
			case VirtualMachine vm -> !outage.workloads().contains(vm.name()) && isThere(topology.hostOf(vm));
		};
	}

	private boolean mayComeBack(ContainerHost platform) {
		return platform instanceof VirtualMachine vm && outage.hosts().contains(topology.hostOf(vm).name())
				&& (!gone.contains(vm.name()) || open.containsKey(vm.name()) || isUndecided(vm.name()));
	}

	private static Outcome depends() {
		return new Outcome.Unknown("that depends on what else comes back");
	}

	private String nowhere(Workload workload, List<ContainerHost> there, Managers.Answer answer) {
		if (workload.pool().isFixed()) {
			return "it may stand on '%s' only (name more behind 'on')".formatted(topology.standsOn(workload));
		}
		if (there.isEmpty()) {
			return "all that it may stand on is lost as well";
		}
		var why = there.stream().limit(NAMED).map(platform -> "'%s' %s".formatted(platform.name(), alternatives.refusal(workload, platform)
				.orElse("is not managed by what would start it"))).collect(Collectors.joining("; "));
		return why + (there.size() > NAMED ? "; nor is there a place on %s more".formatted(there.size() - NAMED) : "");
	}

	/** Those of which it is unknown whether they are started take a place, too, in case they are. */
	private void place(Wave wave) {
		var certain = wave.certain.keySet();
		if (!wave.possible.isEmpty() && ask(wave.all().keySet(), wave.all()) instanceof NewPlaces.Found found) {
			certain.forEach(name -> comesBack(topology.workloads().get(name), found.places().get(name)));
			return;
		}
		switch (ask(certain, wave.certain)) {
			case NewPlaces.Found found when !wave.possible.isEmpty() -> conclude(certain, depends());
			case NewPlaces.Found found -> comeBack(found);
			case NewPlaces.Unknown unknown -> conclude(certain, givenUp());
			case NewPlaces.None none when isOpen(none, wave) -> conclude(certain, depends());
			case NewPlaces.None none -> blame(none, wave);
		}
	}

	private void comeBack(NewPlaces.Found found) {
		found.places().forEach((name, place) -> comesBack(topology.workloads().get(name), place));
	}

	/** Whether what is not decided yet may make a refuted wave possible. */
	private boolean isOpen(NewPlaces.None none, Wave wave) {
		return wave.certain.keySet().stream().anyMatch(wave.hoping::contains) || isOpenToOthers(none, wave.certain.keySet())
				|| !wave.possible.isEmpty() && none.contradicting().stream().anyMatch(AftermathSearch::isSpread);
	}

	/** Whether a {@code spread} stands against these that what comes back with their machines may settle. */
	private boolean isOpenToOthers(NewPlaces.None none, Set<String> wave) {
		return none.contradicting().stream().anyMatch(AftermathSearch::isSpread) && musts.stream()
				.map(Constraint::condition).filter(Constraint.Spread.class::isInstance).map(Constraint.Spread.class::cast)
				.map(spread -> spread.subjects().stream().flatMap(subject -> subject.members().stream()).toList())
				.anyMatch(members -> members.stream().anyMatch(wave::contains)
						&& members.stream().anyMatch(name -> open.containsKey(name) && !wave.contains(name)));
	}

	private static Outcome givenUp() {
		return new Outcome.Unknown("the search for a place was given up, which takes too long here");
	}

	private void conclude(Collection<String> names, Outcome outcome) {
		names.forEach(name -> outcomes.put(name, outcome));
	}

	private NewPlaces ask(Collection<String> names, Map<String, List<String>> choices) {
		if (!effort.spend(topology.workloads().size())) {
			return new NewPlaces.Unknown();
		}
		var absent = new HashSet<>(gone);
		absent.removeAll(names);
		var left = remains.without(absent, places);
		var asked = new LinkedHashMap<Workload, List<String>>();
		choices.keySet().stream().filter(names::contains).forEach(name -> asked.put(left.workloads().get(name), choices.get(name)));
		var answer = NewPlaces.search(left, asked);
		if (answer instanceof NewPlaces.Unknown) {
			effort.giveUp();
		}
		return answer;
	}

	/** Who does not come back, after not all of these were found a place for. */
	private void blame(NewPlaces.None none, Wave wave) {
		var choices = wave.certain;
		var rest = new LinkedHashSet<>(choices.keySet());
		if (choices.size() <= JUDGED_ALONE) {
			for (var name : choices.keySet()) {
				if (ask(List.of(name), choices) instanceof NewPlaces.None alone && alone.contradicting().stream().noneMatch(AftermathSearch::isSpread)) {
					outcomes.put(name, new Outcome.StaysDown("no place that it may have keeps " + Obligation.labels(alone.contradicting())));
					rest.remove(name);
				}
			}
		}
		if (rest.isEmpty()) {
			return;
		}
		switch (rest.size() == choices.size() ? none : ask(rest, choices)) {
			case NewPlaces.Found found when !wave.possible.isEmpty() -> conclude(rest, depends());
			case NewPlaces.Found found -> comeBack(found);
			case NewPlaces.Unknown unknown -> conclude(rest, givenUp());
			case NewPlaces.None still -> blameTogether(still, rest, choices);
		}
	}

	/** Takes away the declarations without which it is refuted, too. */
	private void blameTogether(NewPlaces.None none, Set<String> refuted, Map<String, List<String>> choices) {
		var group = new LinkedHashSet<>(refuted);
		var why = none;
		for (var declaration : refuted.stream().map(this::declaration).distinct().toList().reversed()) {
			var fewer = group.stream().filter(name -> !declaration(name).equals(declaration)).toList();
			if (!fewer.isEmpty() && ask(fewer, choices) instanceof NewPlaces.None still && still.contradicting().stream().noneMatch(AftermathSearch::isSpread)) {
				group.retainAll(fewer);
				why = still;
			}
		}
		conclude(group, new Outcome.NotAll(List.copyOf(group), why.contradicting()));
		refuted.stream().filter(name -> !group.contains(name)).forEach(name -> outcomes.put(name,
				new Outcome.Unknown("there is a place for it only while not all of %s come back".formatted(Names.few(group)))));
	}

	private String declaration(String workload) {
		return topology.workloads().get(workload).declaration();
	}

	private static boolean isSpread(Obligation obligation) {
		return obligation instanceof Obligation.Stated stated && stated.constraint().condition() instanceof Constraint.Spread;
	}

	/** The first constraint that is broken because of those that came back, though each wave kept what was asked of it. */
	private Optional<String> broken() {
		if (places.isEmpty() || musts.isEmpty()) {
			return Optional.empty();
		}
		var before = broken(remains.without(lost, Map.of()));
		return broken(remains.without(gone, places)).stream().filter(constraint -> !before.contains(constraint)).findFirst()
				.map("'%s'"::formatted);
	}

	private static List<String> broken(Topology topology) {
		return ConstraintCheck.of(topology).stream().filter(answer -> answer.verdict() == ConstraintAnswer.Verdict.BROKEN)
				.map(answer -> answer.constraint().label()).toList();
	}
}
