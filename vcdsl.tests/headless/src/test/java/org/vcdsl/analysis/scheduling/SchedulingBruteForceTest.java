package org.vcdsl.analysis.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.resolve.Resolved.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.failure.SinglePointsOfFailure;
import org.vcdsl.analysis.failure.SurvivalAnswer;
import org.vcdsl.analysis.failure.SurvivalAnswer.Verdict;
import org.vcdsl.analysis.failure.SurvivalCheck;
import org.vcdsl.analysis.kernel.KernelCompatibility;
import org.vcdsl.analysis.placement.FailureDomains;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Topology;

/**
 * Compares what is said to hold wherever a scheduler puts pods with every way to put them that the constraints allow which it can be told, in
 * random clusters. Which of these a way keeps is written here anew.
 */
class SchedulingBruteForceTest {

	private static final int CLUSTERS = 100;

	private static final List<FailureDomain> KINDS = List.of(FailureDomain.SITE, FailureDomain.RACK, FailureDomain.FEED, FailureDomain.HOST,
			FailureDomain.KERNEL);

	/** How many times each kind of thing was seen: a comparison that never sees one shows nothing. */
	private final Map<String, Integer> seen = new HashMap<>();

	@Test
	void whatIsProvenHoldsWhereverPodsArePut() {
		new Random(1729).longs(CLUSTERS).forEach(this::compare);
		assertThat(seen.get("proven")).isGreaterThan(CLUSTERS / 5);
		assertThat(seen.get("left and refuted somewhere")).isGreaterThan(CLUSTERS / 5);
		assertThat(seen.getOrDefault("left and refuted nowhere", 0)).as("doubts for nothing").isLessThan(seen.get("left and refuted somewhere") / 5);
		assertThat(seen.get("most is reached")).isGreaterThan(seen.getOrDefault("most is not reached", 0) * 3);
		assertThat(seen.get("remedied")).isGreaterThan(CLUSTERS / 5);
		assertThat(seen.get("kept apart")).isGreaterThan(CLUSTERS / 10);
		assertThat(seen.get("one on each node")).isGreaterThan(CLUSTERS / 20);
	}

	private void compare(long seed) {
		var cluster = new RandomCluster(new Random(seed));
		var topology = resolve(cluster.text);
		var scheduling = Scheduling.of(topology, new KernelCompatibility(topology, Catalogue.EMPTY));
		var group = scheduling.groups().getFirst();
		var ways = ways(topology, group, cluster);
		if (ways.isEmpty()) {
			return;
		}
		if (group.isOnePerNode()) {
			count("one on each node");
		}
		var answers = SurvivalCheck.of(topology, SinglePointsOfFailure.of(topology));
		var reconsidered = scheduling.reconsidered(answers);
		for (var i = 0; i < answers.size(); i++) {
			compare(answers.get(i), reconsidered.get(i), ways, i, cluster.text);
			if (reconsidered.get(i).verdict() == Verdict.LEFT_TO_SCHEDULER) {
				remedy(scheduling.missing(reconsidered.get(i)), i, cluster.text);
			}
		}
		for (var kind : KINDS) {
			var most = new WorstCase(group, new FailureDomains(topology)).most(kind);
			var held = ways.stream().mapToInt(way -> fullest(way, group, kind)).max().orElseThrow();
			assertThat(held).as(kind + " in " + cluster.text).isLessThanOrEqualTo(most);
			count(held == most ? "most is reached" : "most is not reached");
		}
		if (scheduling.keptApart().contains(group.declaration())) {
			assertThat(ways).as(cluster.text).allMatch(way -> fullest(way, group, FailureDomain.HOST) < group.pods().size());
			count("kept apart");
		}
	}

	private void compare(SurvivalAnswer answer, SurvivalAnswer reconsidered, List<Topology> ways, int number, String text) {
		var refuted = ways.stream().map(way -> SurvivalCheck.of(way, SinglePointsOfFailure.of(way)).get(number).verdict()).anyMatch(Verdict.REFUTED::equals);
		switch (reconsidered.verdict()) {
			case PROVEN -> {
				assertThat(refuted).as(answer.goal() + " in " + text).isFalse();
				count("proven");
			}
			case LEFT_TO_SCHEDULER -> {
				assertThat(answer.verdict()).isEqualTo(Verdict.PROVEN);
				assertThat(reconsidered.elements()).containsExactly("k.p");
				count(refuted ? "left and refuted somewhere" : "left and refuted nowhere");
			}
			default -> assertThat(reconsidered).isEqualTo(answer);
		}
	}

	/** What is said to be missing is written, and the answer is another one. */
	private void remedy(List<Constraint> missing, int number, String text) {
		for (var constraint : missing) {
			var topology = resolve(text.replace("rules {", "rules { " + constraint.label()));
			var answers = SurvivalCheck.of(topology, SinglePointsOfFailure.of(topology));
			assertThat(Scheduling.of(topology, new KernelCompatibility(topology, Catalogue.EMPTY)).reconsidered(answers).get(number).verdict())
					.as(constraint.label() + " in " + text).isEqualTo(Verdict.PROVEN);
			count("remedied");
		}
	}

	private void count(String what) {
		seen.merge(what, 1, Integer::sum);
	}

	/** The topology with its pods put in every way that is allowed. */
	private static List<Topology> ways(Topology topology, PodGroup group, RandomCluster cluster) {
		Stream<Map<String, String>> ways = Stream.of(Map.of());
		for (var pod : group.pods()) {
			ways = ways.flatMap(way -> cluster.nodes.stream().map(node -> {
				var more = new LinkedHashMap<>(way);
				more.put(pod.name(), node);
				return more;
			}));
		}
		return ways.filter(way -> cluster.told.stream().allMatch(condition -> condition.test(List.copyOf(way.values())))).map(way -> {
			var places = new LinkedHashMap<>(topology.placement());
			topology.workloads().values().forEach(workload -> places.computeIfAbsent(workload.name(), name -> topology.standsOn(workload)));
			places.putAll(way);
			return topology.placed(places);
		}).toList();
	}

	private static int fullest(Topology way, PodGroup group, FailureDomain kind) {
		var domains = new FailureDomains(way);
		return group.pods().stream().flatMap(pod -> domains.of(pod, kind).stream()).collect(Collectors.groupingBy(name -> name, Collectors.counting()))
				.values().stream().mapToInt(Long::intValue).max().orElse(0);
	}

	/** Pods in a cluster of a few machines on hosts of a few racks, what is asked of them, and services that need some of them. */
	private static final class RandomCluster {

		private final String text;
		/** The machines that pods may stand on. */
		private final List<String> nodes = new ArrayList<>();
		/** What the scheduler can be told, of the machines on which the pods stand. */
		private final List<Predicate<List<String>>> told = new ArrayList<>();
		private final Map<String, String> hostOf = new HashMap<>();
		private final Map<String, String> rackOf = new HashMap<>();
		private final Map<String, String> siteOf = new HashMap<>();

		RandomCluster(Random random) {
			var written = new StringBuilder("feed A\nfeed B\n");
			var hosts = 2 + random.nextInt(3);
			var racks = 2 + random.nextInt(2);
			for (var rack = 0; rack < racks; rack++) {
				written.append("site s%s { rack r%s {".formatted(rack, rack));
				for (var host = rack; host < hosts; host += racks) {
					written.append(" host h%s { hypervisor kvm  fed by %s }".formatted(host, List.of("A", "B", "A, B").get(random.nextInt(3))));
					rackOf.put("h" + host, "r" + rack);
					siteOf.put("h" + host, "s" + rack);
				}
				written.append(" } }\n");
			}
			written.append("cluster k kubernetes 1.32 {\n");
			var machines = 2 + random.nextInt(3);
			for (var machine = 0; machine < machines; machine++) {
				var host = "h" + random.nextInt(hosts);
				written.append("  vm wk%s on %s { engine containerd }\n".formatted(machine, host));
				nodes.add("k.wk" + machine);
				hostOf.put("k.wk" + machine, host);
			}
			var pods = 2 + random.nextInt(3);
			written.append("  pod p replicas %s { container c%s }\n}\nvm other on h0\nrules {\n".formatted(pods, published(random, machines, pods)));
			IntStream.range(0, random.nextInt(3)).forEach(i -> written.append("  " + rule(random, pods) + "\n"));
			written.append("}\n");
			for (var service = 0; service < 2; service++) {
				written.append("service t%s { needs %s of k.p%s  survive loss of 1 %s }\n".formatted(service, 1 + random.nextInt(pods - 1),
						random.nextInt(4) == 0 ? "[1..%s]".formatted(pods) : "", KINDS.get(random.nextInt(KINDS.size())).label()));
			}
			this.text = written.toString();
		}

		/** Of a port of their nodes there is one on each. */
		private String published(Random random, int machines, int pods) {
			if (random.nextInt(4) > 0 || pods > machines) {
				return "";
			}
			told.add(way -> way.stream().distinct().count() == way.size());
			return "  publish 443 -> 8443";
		}

		private String rule(Random random, int pods) {
			var kind = List.of(FailureDomain.SITE, FailureDomain.RACK, FailureDomain.HOST, FailureDomain.KERNEL).get(random.nextInt(4));
			switch (random.nextInt(9)) {
				case 0, 1:
					told.add(way -> spread(way, kind, 1));
					return "must spread k.p across " + kind.label();
				case 2:
					told.add(way -> spread(way, kind, 2));
					return "must spread k.p across %s skew 2".formatted(kind.label());
				case 3:
					told.add(way -> way.stream().map(node -> domain(node, kind)).distinct().count() == way.size());
					return "must apart k.p by " + kind.label();
				case 4:
					nodes.removeIf(node -> node.equals("k.wk0") && nodes.size() > 1);
					return nodes.contains("k.wk0") ? "" : "must ban k.p on k.wk0";
				case 5:
					return "should spread k.p across " + kind.label();
				case 6:
					return "must apart k.p[1], k.p[2] by " + kind.label();
				case 7:
					return "must spread k.p, other across " + kind.label();
				default:
					return "must spread k.p across feed";
			}
		}

		/** As Kubernetes computes it: between all failure domains of nodes that come into question. */
		private boolean spread(List<String> way, FailureDomain kind, int skew) {
			var counts = nodes.stream().map(node -> domain(node, kind)).distinct()
					.mapToLong(domain -> way.stream().filter(node -> domain(node, kind).equals(domain)).count()).summaryStatistics();
			return counts.getMax() - counts.getMin() <= skew;
		}

		private String domain(String node, FailureDomain kind) {
			var host = hostOf.get(node);
			return switch (kind) {
				case SITE -> siteOf.get(host);
				case RACK -> rackOf.get(host);
				case HOST -> host;
				default -> node;
			};
		}
	}
}
