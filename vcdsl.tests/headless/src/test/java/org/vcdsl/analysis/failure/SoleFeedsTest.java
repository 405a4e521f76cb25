package org.vcdsl.analysis.failure;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.analysis.failure.RandomDatacentre.Feed;
import org.vcdsl.analysis.failure.RandomDatacentre.Power;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** What a feed takes alone, and what members of a declaration share, against switching off each feed of random datacentres in turn. */
class SoleFeedsTest {

	private static final int DATACENTRES = 300;

	private static final List<RandomDatacentre> DRAWN = IntStream.range(0, DATACENTRES).mapToObj(RandomDatacentre::draw).toList();

	private static final List<Topology> READ = Project.pipeline().check(SourceSet.parse(IntStream.range(0, DATACENTRES)
			.mapToObj(seed -> new SourceFile(seed + ".vcd",
					"package dc%d import vcd.catalog.*%n%s".formatted(seed, DRAWN.get(seed).text())))
			.toList())).stream().map(checked -> checked.topology().orElseThrow()).toList();

	@Test
	void theFeedsThatTakeAHostAreThoseThatDoWhenTheyAreSwitchedOff() {
		var seen = new HashMap<String, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var datacentre = DRAWN.get(i);
			var expected = new HashMap<Supply, Set<String>>();
			datacentre.hosts().stream().map(RandomDatacentre.Host::power).filter(power -> !power.feeds().isEmpty())
					.forEach(power -> expected.put(new Supply(power.required().orElse(1), power.feeds()),
							takingAll(List.of(power), datacentre)));
			expected.values().removeIf(Set::isEmpty);
			var found = new HashMap<Supply, Set<String>>();
			SoleFeeds.of(READ.get(i)).ofSupplies().forEach((supply, feeds) -> found.put(supply, Set.copyOf(feeds)));

			assertThat(found).as(datacentre.text()).isEqualTo(expected);
			found.forEach((supply, feeds) -> seen.merge(kind(supply, feeds), 1, Integer::sum));
		}
		assertThat(seen.keySet()).contains("one feed", "no spare", "one further up", "too many of them");
	}

	private static String kind(Supply supply, Set<String> feeds) {
		return supply.feeds().size() == 1 ? "one feed" : supply.required() == supply.feeds().size() ? "no spare"
				: supply.required() > 1 ? "too many of them" : supply.feeds().containsAll(feeds) ? "one of them" : "one further up";
	}

	@Test
	void theInnermostFailureDomainIsTheFirstOfWhichAllMembersAre() {
		var seen = new TreeMap<String, Integer>();
		for (var i = 0; i < DATACENTRES; i++) {
			var datacentre = DRAWN.get(i);
			var topology = READ.get(i);
			var expected = new HashMap<String, Set<String>>();
			datacentre.workloads().stream().filter(workload -> workload.members().size() > 1)
					.forEach(workload -> expected.put(workload.name(), shared(workload, topology, datacentre)));
			expected.values().removeIf(Set::isEmpty);
			var found = new HashMap<String, Set<String>>();
			SharedFailureDomain.of(topology, SoleFeeds.of(topology)).forEach(shared -> {
				found.put(shared.members().getFirst().declaration(),
						shared.names().stream().map(name -> shared.kind().label() + " " + name).collect(toSet()));
				seen.merge(shared.kind().label(), 1, Integer::sum);
			});

			assertThat(found).as(datacentre.text()).isEqualTo(expected);
		}
		assertThat(seen.keySet()).containsExactly("feed", "host", "kernel", "rack");
	}

	@Test
	void aLineOfFeedsIsAnsweredByItsLast() {
		var line = IntStream.range(1, 20_000).mapToObj(i -> "feed f%s { fed by f%s }".formatted(i, i - 1)).collect(joining("\n", "", "\n"));
		var topology = resolve(line + """
				feed f0
				feed l { fed by f19999 }  feed r { fed by f19999 }
				host a { fed by l, r }
				host b { fed by f3 }
				""");

		assertThat(SoleFeeds.of(topology).ofSupplies()).isEqualTo(Map.of(new Supply(1, List.of("l", "r")), List.of("f19999"),
				new Supply(1, List.of("f3")), List.of("f3")));
	}

	private static Set<String> shared(RandomDatacentre.Workload workload, Topology topology, RandomDatacentre datacentre) {
		var members = workload.members();
		var kernels = new HashSet<>(workload.hasOwnKernel() ? members : members.stream().map(name -> place(name, topology)).toList());
		if (kernels.size() == 1) {
			return labelled("kernel", kernels);
		}
		var names = members.stream().map(name -> hostBelow(name, topology)).collect(toSet());
		if (names.size() == 1) {
			return labelled("host", names);
		}
		var hosts = datacentre.hosts().stream().filter(host -> host.names().members().stream().anyMatch(names::contains)).toList();
		var places = hosts.stream().map(RandomDatacentre.Host::place).collect(toSet());
		var racks = datacentre.hosts().stream().map(RandomDatacentre.Host::place).filter(place -> place.kind().equals("rack"))
				.collect(toSet());
		if (places.size() == 1 && racks.containsAll(places) && racks.size() > 1) {
			return labelled("rack", places.stream().map(RandomDatacentre.Place::name).collect(toSet()));
		}
		var powers = hosts.stream().map(RandomDatacentre.Host::power).distinct().toList();
		return powers.stream().anyMatch(power -> power.feeds().isEmpty()) ? Set.of()
				: labelled("feed", takingAll(powers, datacentre).stream().filter(feed -> hasAlternative(feed, datacentre))
						.collect(toSet()));
	}

	private static Set<String> labelled(String kind, Set<String> names) {
		return names.stream().map(name -> kind + " " + name).collect(toSet());
	}

	private static String place(String workload, Topology topology) {
		return topology.standsOn(topology.workloads().get(workload));
	}

	private static String hostBelow(String workload, Topology topology) {
		var place = place(workload, topology);
		return topology.workloads().get(place) instanceof Workload machine ? hostBelow(machine.name(), topology) : place;
	}

	/** Another source, or a host that keeps its power. */
	private static boolean hasAlternative(String feed, RandomDatacentre datacentre) {
		return datacentre.feeds().stream().filter(one -> one.power().feeds().isEmpty()).count() > 1
				|| datacentre.hosts().stream().map(RandomDatacentre.Host::power)
						.anyMatch(power -> !power.feeds().isEmpty() && isPowered(power, feed, datacentre));
	}

	/** The feeds that take all of these; of several in a line the nearest, and the feeds themselves where none of them is spare. */
	private static Set<String> takingAll(List<Power> powers, RandomDatacentre datacentre) {
		if (powers.size() == 1 && powers.getFirst().required().orElse(1) == powers.getFirst().feeds().size()) {
			return Set.copyOf(powers.getFirst().feeds());
		}
		var taking = datacentre.feeds().stream().map(Feed::name)
				.filter(failed -> powers.stream().noneMatch(power -> isPowered(power, failed, datacentre))).collect(toSet());
		return taking.stream().filter(feed -> taking.stream().filter(other -> !other.equals(feed))
				.allMatch(other -> isUp(other, feed, datacentre))).collect(toSet());
	}

	private static boolean isPowered(Power power, String failed, RandomDatacentre datacentre) {
		return power.feeds().isEmpty()
				|| power.feeds().stream().filter(feed -> isUp(feed, failed, datacentre)).count() >= power.required().orElse(1);
	}

	private static boolean isUp(String name, String failed, RandomDatacentre datacentre) {
		var feed = datacentre.feeds().stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
		return !name.equals(failed) && isPowered(feed.power(), failed, datacentre);
	}
}
