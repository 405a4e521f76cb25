package org.vcdsl.analysis.isolation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.isolation.AttackPath.Step;
import org.vcdsl.analysis.placement.ConstraintCheck;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** What a compromise reaches must equal following every edge of small random estates, from each thing and to each thing. */
class CompromiseBruteForceTest {

	private static final int ESTATES = 500;

	private static final List<Drawn> DRAWN = drawn();

	private record Drawn(RandomEstate estate, Topology topology, CompromiseModel model) {

		Stream<Workload> workloads() {
			return topology.workloads().values().stream();
		}

		String label() {
			return estate.text();
		}
	}

	@Test
	void aWorkloadReachesWhatFollowingEveryEdgeReaches() {
		DRAWN.forEach(drawn -> drawn.workloads().forEach(workload -> {
			var radius = drawn.model.blastRadius(workload);

			assertThat(everything(radius)).as(drawn::label).isEqualTo(drawn.estate.reached(workload.name()));
			assertThat(radius.workloads()).as(drawn::label).doesNotHaveDuplicates().isSubsetOf(drawn.topology.workloads().values());
			assertThat(radius.kernels()).as(drawn::label).doesNotHaveDuplicates();
		}));
	}

	@Test
	void aKernelReachesWhatFollowingEveryEdgeReaches() {
		DRAWN.forEach(drawn -> drawn.estate.platforms().forEach(name -> assertThat(
				everything(drawn.model.blastRadius(List.of(drawn.topology.platform(name))))).as(drawn::label)
				.isEqualTo(drawn.estate.reached(name))));
	}

	@Test
	void aTreeHasAPathFromWhateverReachesItsTargetAndNoOther() {
		DRAWN.forEach(drawn -> drawn.workloads().forEach(target -> {
			var tree = drawn.model.attackTree(List.of(target));

			drawn.workloads().forEach(start -> assertThat(drawn.model.path(start, tree).isPresent()).as(drawn::label)
					.isEqualTo(drawn.estate.reached(start.name()).contains(target.name())));
			drawn.estate.platforms().forEach(start -> assertThat(tree.from(start).isPresent()).as(drawn::label)
					.isEqualTo(drawn.estate.reached(start).contains(target.name())));
		}));
	}

	@Test
	void eachStepOfAPathIsOneThatThereIs() {
		var seen = EnumSet.noneOf(AttackPath.Kind.class);
		DRAWN.forEach(drawn -> drawn.workloads().forEach(target -> {
			var tree = drawn.model.attackTree(List.of(target));
			drawn.workloads().forEach(start -> drawn.model.path(start, tree).ifPresent(path -> {
				var here = start.name();
				for (var step : path.steps()) {
					assertThat(step.from()).as(drawn::label).isEqualTo(here);
					assertThat(isThere(step, drawn.estate)).as(() -> step + " " + drawn.label()).isTrue();
					seen.add(step.kind());
					here = step.to();
				}
				assertThat(here).as(drawn::label).isEqualTo(target.name());
			}));
		}));
		assertThat(seen).isEqualTo(EnumSet.allOf(AttackPath.Kind.class));
	}

	@Test
	void privilegedContainersHaveWhatTheirKernelReaches() {
		var found = new HashSet<Boolean>();
		DRAWN.forEach(drawn -> {
			var reaches = PrivilegedReach.of(drawn.topology, drawn.model);

			assertThat(reaches.stream().collect(toMap(reach -> reach.members().getFirst().name(), reach -> names(reach.others()))))
					.as(drawn::label).isEqualTo(nonEmpty(drawn, RandomEstate.Guest::isPrivileged, drawn.estate::others));
			reaches.forEach(reach -> found.add(reach.certain()));
		});
		assertThat(found).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void managersAreExposedToTheContainersOnKernelsBelowThem() {
		var found = new HashSet<Boolean>();
		DRAWN.forEach(drawn -> {
			var exposed = ExposedManager.of(drawn.model);

			assertThat(entrances(exposed, true)).as(drawn::label)
					.isEqualTo(nonEmpty(drawn, guest -> true, name -> drawn.estate.entrances(name, true)));
			assertThat(entrances(exposed, false)).as(drawn::label).isEqualTo(nonEmpty(drawn, guest -> true,
					name -> drawn.estate.entrances(name, true).isEmpty() ? drawn.estate.entrances(name, false) : Set.of()));
			exposed.forEach(one -> found.add(one.certain()));
		});
		assertThat(found).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void whatIsApartByKernelAndReachedAllTheSameIsFound() {
		var found = new HashSet<Boolean>();
		DRAWN.forEach(drawn -> {
			var breakOuts = BreakOut.of(ConstraintCheck.of(drawn.topology), drawn.topology, drawn.model);

			var certain = drawn.estate.breakOuts(true);
			assertThat(breakOuts.stream().filter(BreakOut::certain).flatMap(one -> names(one.from()).stream()).collect(toSet()))
					.as(drawn::label).isEqualTo(certain);
			assertThat(breakOuts.stream().filter(one -> !one.certain()).flatMap(one -> names(one.from()).stream()).collect(toSet()))
					.as(drawn::label).isEqualTo(certain.isEmpty() ? drawn.estate.breakOuts(false) : Set.of());
			breakOuts.forEach(one -> {
				found.add(one.certain());
				assertThat(one.path().steps().getFirst()).as(drawn::label).extracting(Step::kind, Step::from)
						.containsExactly(AttackPath.Kind.BREAKS_OUT, one.from().getFirst().name());
			});
		});
		assertThat(found).containsExactlyInAnyOrder(true, false);
	}

	/** All in one set of sources, a package each, so that the catalogue is read once. */
	private static List<Drawn> drawn() {
		var estates = IntStream.range(0, ESTATES).mapToObj(RandomEstate::new).toList();
		var checked = new Pipeline(TODAY, List.of(), List.of()).check(SourceSet.parse(IntStream.range(0, ESTATES)
				.mapToObj(seed -> new SourceFile(seed + ".vcd", "package dc%d import vcd.catalog.*%n%s".formatted(seed, estates.get(seed).text())))
				.toList()));
		return IntStream.range(0, ESTATES).mapToObj(seed -> {
			var topology = checked.get(seed).topology()
					.orElseThrow(() -> new AssertionError(checked.get(seed).findings() + estates.get(seed).text()));
			return new Drawn(estates.get(seed), topology, new CompromiseModel(topology));
		}).toList();
	}

	private static Map<String, Set<String>> entrances(List<ExposedManager> exposed, boolean certain) {
		return exposed.stream().filter(one -> one.certain() == certain)
				.collect(toMap(one -> one.members().getFirst().name(), one -> names(one.entrances())));
	}

	private static Map<String, Set<String>> nonEmpty(Drawn drawn, Function<RandomEstate.Guest, Boolean> asked,
			Function<String, Set<String>> answer) {
		return drawn.estate.guests().keySet().stream().filter(name -> asked.apply(drawn.estate.guests().get(name)))
				.filter(name -> !answer.apply(name).isEmpty()).collect(toMap(Function.identity(), answer));
	}

	private static boolean isThere(Step step, RandomEstate estate) {
		return switch (step.kind()) {
			case BREAKS_OUT -> estate.guests().get(step.from()).on().equals(step.to()) && !estate.guests().get(step.from()).bringsKernel();
			case CARRIES -> estate.guests().get(step.to()).on().equals(step.from());
			case CONTROLS -> estate.managed(step.from()).contains(step.to());
		};
	}

	private static Set<String> everything(BlastRadius radius) {
		return Stream.concat(radius.kernels().stream(), radius.workloads().stream()).map(Element::name).collect(toSet());
	}

	private static Set<String> names(List<? extends Element> elements) {
		return elements.stream().map(Element::name).collect(toSet());
	}
}
