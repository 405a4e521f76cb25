package org.vcdsl.analysis.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

	/** What the failure model knows, and how one sees that a datacentre has it. */
	private static final Map<String, Predicate<RandomDatacentre>> CONSTRUCTS = Map.ofEntries(
			written("so many of so many feeds", "fed by [23] of feed_\\d, "),
			written("a feed on feeds", "(feed|pdu|ups) feed_\\d \\{ +fed by"),
			written("a rack in a room in a site", "site \\S+ \\{[^}]*\\s+room \\S+ \\{[^}]*\\s+rack "),
			written("a room without a site", "(?m)^room "), written("a rack without a site", "(?m)^rack "),
			written("a host in no place", "(?m)^host "), written("a feed in no place", "(?m)^(feed|pdu|ups) "),
			written("a switch in no place", "(?m)^switch "),
			written("a group that goes on", "(?s)host kvm\\[1.*host kvm\\[[23]"),
			written("several engines", "engine \\w+  engine"), written("an engine of one's own", "container[^\\n]*engine"),
			written("a switch that carries some networks", "carries"), written("a network asked for", "needs [^\\n]*via"),
			written("an edge with uplinks", "uplink[^\\n]*edge"),
			written("a link that leads both ways", "peer switch_"), written("an edge with peers", "peer[^\\n]*edge"),
			written("peers with uplinks", "uplink[^\\n]*peer"), written("a switch that only peers lead out of", "switch \\S+ \\{ +peer"),
			written("peers that carry some networks", "peer[^\\n]*carries"),
			Map.entry("switches that are peers all around", datacentre -> datacentre.switches().stream()
					.anyMatch(one -> one.peers().contains(one.names()))),
			written("an undeveloped volume", "volume \\S+ \\{[^\\n]*shared +(replication \\d +)?\\}"),
			written("a local volume", "volume \\S+ \\{ +on host"), written("a shared volume", "shared[^\\n]* on "),
			written("a quorum", "quorum"), written("a boot disk on a volume", "boot 8 GiB on"), written("a whole disk", "disk volume"),
			written("a carved disk", "1 GiB on volume"), written("a machine on a machine", "vm \\S+ on vm_"),
			written("a microvm", "microvm"), written("a system container", "lxc lxc_"), written("a pod", "pod "),
			written("replicas", "replicas 3"), written("a pool of several", " on [^{\\n]*, "), written("a pool of a group", " on kvm "),
			written("a pool of whatever suits", "(vm|container|pod|lxc) [^ \\n]+ (replicas \\d )?\\{"),
			written("a container in a cluster", "  container "), written("a control plane", "role control"),
			written("a kernel by kata", "isolation kata"), written("a kernel by Hyper-V", "isolation hyperv"),
			written("a borrowed kernel behind a wall", "isolation gvisor"),
			Map.entry("switches in a circle", datacentre -> isCircle(datacentre.switches(), one -> one.names().members(),
					RandomDatacentre.Switch::uplinks)),
			Map.entry("workloads in a circle", datacentre -> isCircle(datacentre.workloads(), RandomDatacentre.Workload::members,
					workload -> workload.needs().stream().flatMap(need -> need.members().stream()).toList())));

	private static final int OFTEN = 10;

	@Test
	void everyConstructOfTheFailureModelIsDrawn() {
		CONSTRUCTS.forEach((construct, isIn) -> assertThat(DRAWN.stream().map(Drawn::datacentre).filter(isIn).count()).as(construct)
				.isGreaterThanOrEqualTo(OFTEN));
	}

	private static Map.Entry<String, Predicate<RandomDatacentre>> written(String construct, String pattern) {
		return Map.entry(construct, datacentre -> Pattern.compile(pattern).matcher(datacentre.text()).find());
	}

	/** Whether something comes back to itself, over others. */
	private static <T> boolean isCircle(List<T> things, Function<T, List<String>> members, Function<T, List<String>> leadTo) {
		return things.stream().anyMatch(start -> {
			var reached = new HashSet<String>();
			var open = new ArrayDeque<>(leadTo.apply(start));
			while (!open.isEmpty()) {
				var next = open.remove();
				if (reached.add(next)) {
					things.stream().filter(thing -> thing != start && members.apply(thing).contains(next)).map(leadTo)
							.forEach(open::addAll);
				}
			}
			return members.apply(start).stream().anyMatch(name -> reached.contains(name) && !leadTo.apply(start).contains(name));
		});
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
