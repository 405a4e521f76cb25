package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.resolve.Resolved;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Service.Need;
import org.vcdsl.topology.Topology;

/** From text to single points of failure must equal failing everything in turn, for every event of every datacentre. */
class SinglePointsOfFailureBruteForceTest {

	private static final int DATACENTRES = 1_000;
	private static final int POOLS = 100;

	@Test
	void everySingleFailureTakesDownWhatFailingItByHandTakesDown() {
		var kindsSeen = EnumSet.noneOf(Kind.class);
		for (var seed = 0; seed < DATACENTRES; seed++) {
			var datacentre = RandomDatacentre.draw(seed);
			var topology = Resolved.resolve(datacentre.text());

			var found = SinglePointsOfFailure.of(topology);

			var expected = servicesByFailure(datacentre);
			assertThat(found.services()).as("seed %d%n%s", seed, datacentre.text()).isEqualTo(expected);
			assertThat(found.unreachable().stream().map(need -> need.target()).toList()).as("seed %d%n%s", seed, datacentre.text())
					.isEqualTo(neverMet(datacentre));
			expected.keySet().forEach(event -> kindsSeen.add(event.kind()));
		}
		assertThat(kindsSeen).isEqualTo(EnumSet.allOf(Kind.class));
	}

	/** No text can tell k of n from one of n: replicas of one declaration share all they stand on. */
	@Test
	void soManyMembersAreNeededWhereverTheyStand() {
		for (var seed = 0; seed < POOLS; seed++) {
			var datacentre = RandomDatacentre.draw(seed);
			var topology = Resolved.resolve(datacentre.text());
			var reachable = (int) new NaiveEvaluation(datacentre, Optional.empty()).reachableWorkloads();
			for (var required = 1; required <= reachable; required++) {
				assertThat(SinglePointsOfFailure.of(withPool(topology, required)).services().keySet())
						.as("seed %d, %d of all%n%s", seed, required, datacentre.text())
						.isEqualTo(failuresThatLeaveLessThan(required, datacentre));
			}
		}
	}

	/** The topology with one service that needs so many of all workloads. */
	private static Topology withPool(Topology topology, int required) {
		var somewhere = topology.locations().values().iterator().next().source();
		var need = new Need(required, "pool", List.copyOf(topology.workloads().keySet()), Optional.empty(), somewhere);
		var service = new Service("pool", somewhere, List.of(need), Optional.empty());
		return new Topology(topology.name(), topology.locations(), topology.feeds(), topology.switches(), topology.hosts(),
				topology.networks(), topology.volumes(), topology.images(), topology.workloads(),
				Topology.byName(List.of(service)), topology.acceptances());
	}

	private static Set<FailureEvent> failuresThatLeaveLessThan(int required, RandomDatacentre datacentre) {
		return datacentre.events().stream()
				.filter(event -> new NaiveEvaluation(datacentre, Optional.of(event)).reachableWorkloads() < required)
				.collect(Collectors.toSet());
	}

	private static Map<FailureEvent, List<String>> servicesByFailure(RandomDatacentre datacentre) {
		var downAnyway = new NaiveEvaluation(datacentre, Optional.empty()).servicesDown();
		var services = new LinkedHashMap<FailureEvent, List<String>>();
		for (var event : datacentre.events()) {
			var down = new ArrayList<>(new NaiveEvaluation(datacentre, Optional.of(event)).servicesDown());
			down.removeAll(downAnyway);
			if (!down.isEmpty()) {
				services.put(event, down);
			}
		}
		return services;
	}

	private static List<String> neverMet(RandomDatacentre datacentre) {
		var nothingFailed = new NaiveEvaluation(datacentre, Optional.empty());
		return datacentre.services().stream().flatMap(service -> service.needs().stream())
				.filter(need -> !nothingFailed.isMet(need)).map(RandomDatacentre.Need::target).toList();
	}
}
