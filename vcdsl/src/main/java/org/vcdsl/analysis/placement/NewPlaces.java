package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.vcdsl.analysis.capacity.FreeCapacity;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Whether some workloads find places together while all others stay where they are. */
public sealed interface NewPlaces {

	/** Pairs of a workload and a candidate above which nothing is searched. */
	int SEARCHED = 20_000;

	/**
	 * They do.
	 *
	 * @param places platforms by the name of the workload, one of the placements there are
	 */
	record Found(Map<String, String> places) implements NewPlaces {

		public Found {
			places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
		}
	}

	/** No placement keeps all of these, which contradict each other, the most important first. */
	record None(List<Obligation> contradicting) implements NewPlaces {

		public None {
			contradicting = List.copyOf(contradicting);
		}
	}

	/** The search was given up, or there is too much to be searched. */
	record Unknown() implements NewPlaces {
	}

	/**
	 * Searches places that keep all constraints of a topology, capacities, published ports and volumes, as {@link PlacementModel} has them.
	 * The same question has the same answer on every machine. Takes time in the size of the topology, and in that of the search.
	 *
	 * @param topology with what is there only, all others of its workloads placed on it; its constraints are all to be kept
	 * @param choices for each workload that is looked for a place at least one platform that is there and suits it
	 */
	static NewPlaces search(Topology topology, Map<Workload, List<String>> choices) {
		if (choices.values().stream().mapToLong(List::size).sum() > SEARCHED) {
			return new Unknown();
		}
		var others = new LinkedHashMap<String, String>();
		var room = new FreeCapacity(topology);
		var searched = choices.keySet().stream().map(Workload::name).collect(Collectors.toSet());
		topology.workloads().values().stream().filter(workload -> !searched.contains(workload.name())).forEach(workload -> {
			var place = topology.standsOn(workload);
			others.put(workload.name(), place);
			room.put(workload, place);
		});
		var placed = topology.placed(others);
		var model = new PlacementModel(placed, new FailureDomains(placed), others, choices, Map.of(), room);
		var found = new PlacementSearch(model, true).search();
		if (!found.conflicts().isEmpty()) {
			var conflict = found.conflicts().getFirst();
			var contradicting = new ArrayList<>(conflict.others());
			contradicting.add(conflict.givenUp());
			return new None(contradicting);
		}
		return found.places().<NewPlaces>map(Found::new).orElseGet(Unknown::new);
	}
}
