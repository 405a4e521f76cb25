package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.FailureEvent.Kind;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Need;
import org.vcdsl.topology.Service;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** From text to single points of failure must equal failing everything in turn, for every event of every datacentre. */
class SinglePointsOfFailureBruteForceTest {

	private static final int DATACENTRES = 1_000;
	private static final int POOLS = 100;

	private static final List<Drawn> DRAWN = drawn(DATACENTRES);

	/** A datacentre, what was read from its text, and what everything in it stands on. */
	private record Drawn(int seed, RandomDatacentre datacentre, Topology topology, Map<String, String> placement) {

		NaiveEvaluation evaluate(Optional<FailureEvent> failed) {
			return new NaiveEvaluation(datacentre, placement, failed);
		}

		String label() {
			return "seed %d%n%s".formatted(seed, datacentre.text());
		}
	}

	@Test
	void everySingleFailureTakesDownWhatFailingItByHandTakesDown() {
		var kindsSeen = EnumSet.noneOf(Kind.class);
		DRAWN.forEach(drawn -> {
			var found = SinglePointsOfFailure.of(drawn.topology);

			var expected = servicesByFailure(drawn);
			assertThat(found.services()).as(drawn::label).isEqualTo(expected);
			assertThat(found.unreachable().stream().map(Need::target).toList()).as(drawn::label).isEqualTo(unreachable(drawn));
			expected.keySet().forEach(event -> kindsSeen.add(event.kind()));
		});
		assertThat(kindsSeen).isEqualTo(EnumSet.allOf(Kind.class));
	}

	/** Members of one need that stand apart are rare in a text; so many of all workloads are a need of many that do. */
	@Test
	void soManyMembersAreNeededWhereverTheyStand() {
		DRAWN.stream().limit(POOLS).forEach(drawn -> {
			var reachable = (int) drawn.evaluate(Optional.empty()).reachableWorkloads();
			for (var required = 1; required <= reachable; required++) {
				assertThat(SinglePointsOfFailure.of(withPool(drawn.topology, required)).services().keySet())
						.as("%d of all, %s", required, drawn.label()).isEqualTo(failuresThatLeaveLessThan(required, drawn));
			}
		});
	}

	@Test
	void everythingStandsOnACandidateOfItsText() {
		DRAWN.forEach(drawn -> drawn.datacentre.workloads().forEach(workload -> assertThat(workload.members())
				.as(drawn::label).allSatisfy(member -> assertThat(drawn.placement.get(member)).isIn(workload.candidates()))));
	}

	/** Many datacentres in one set of sources, a package each, so that the catalogue is read once. */
	private static List<Drawn> drawn(int number) {
		var datacentres = IntStream.range(0, number).mapToObj(RandomDatacentre::draw).toList();
		var checked = new Pipeline(TODAY, List.of(), List.of()).check(SourceSet.parse(IntStream.range(0, number)
				.mapToObj(seed -> new SourceFile(seed + ".vcd",
						"package dc%d import vcd.catalog.*%n%s".formatted(seed, datacentres.get(seed).text())))
				.toList()));
		assertThat(checked).hasSize(number);
		return IntStream.range(0, number).mapToObj(seed -> {
			var topology = checked.get(seed).topology()
					.orElseThrow(() -> new AssertionError(checked.get(seed).findings() + datacentres.get(seed).text()));
			return new Drawn(seed, datacentres.get(seed), topology, topology.workloads().values().stream()
					.collect(Collectors.toMap(Workload::name, topology::standsOn)));
		}).toList();
	}

	/** The topology with one service that needs so many of all workloads. */
	private static Topology withPool(Topology topology, int required) {
		var somewhere = topology.locations().values().iterator().next().source();
		var need = new Need(required, "pool", List.copyOf(topology.workloads().keySet()), Optional.empty(), somewhere);
		var service = new Service("pool", somewhere, List.of(need), List.of(), Optional.empty());
		return new Topology(topology.name(), topology.locations(), topology.feeds(), topology.switches(), topology.hosts(),
				topology.networks(), topology.volumes(), topology.images(), topology.clusters(), topology.workloads(),
				Topology.byName(List.of(service)), topology.constraints(), topology.acceptances(), topology.placement());
	}

	private static Set<FailureEvent> failuresThatLeaveLessThan(int required, Drawn drawn) {
		return drawn.datacentre.events().stream()
				.filter(event -> drawn.evaluate(Optional.of(event)).reachableWorkloads() < required)
				.collect(Collectors.toSet());
	}

	private static Map<FailureEvent, List<String>> servicesByFailure(Drawn drawn) {
		var downAnyway = drawn.evaluate(Optional.empty()).servicesDown();
		var services = new LinkedHashMap<FailureEvent, List<String>>();
		for (var event : drawn.datacentre.events()) {
			var down = new ArrayList<>(drawn.evaluate(Optional.of(event)).servicesDown());
			down.removeAll(downAnyway);
			if (!down.isEmpty()) {
				services.put(event, down);
			}
		}
		return services;
	}

	private static List<String> unreachable(Drawn drawn) {
		var nothingFailed = drawn.evaluate(Optional.empty());
		var inOrder = Stream.of(false, true).flatMap(inCluster -> drawn.datacentre.workloads().stream()
				.filter(workload -> workload.cluster().isPresent() == inCluster));
		return Stream.concat(inOrder.map(RandomDatacentre.Workload::needs),
				drawn.datacentre.services().stream().map(RandomDatacentre.Service::needs)).flatMap(List::stream)
				.filter(need -> !nothingFailed.isMet(need) && !nothingFailed.couldBeMet(need)).map(RandomDatacentre.Need::target).toList();
	}
}
