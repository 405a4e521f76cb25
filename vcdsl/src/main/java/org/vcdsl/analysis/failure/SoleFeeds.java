package org.vcdsl.analysis.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vcdsl.topology.Feed;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Supply;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/**
 * The feeds that alone take the power of hosts, each by its own failure, as the failure model has it: those that hosts draw on without
 * a spare, else the nearest ones further up on which too many of their feeds stand. Hosts of which nobody stated a feed are not asked.
 *
 * <p>Exact, since each feed is judged alone. Takes time in what goes down with each feed that several things stand on, for the others have
 * a nearer one whose loss takes as much; so a line of feeds takes time in its length. Memory is linear in the size of the topology.
 *
 * @param ofSupplies by the supply of a host, in the order of the topology; supplies that no single feed takes are left out
 * @param ofDeclarations feeds each of which takes all hosts on which the several members of a declaration of workloads stand, by the name
 *        of the declaration; left out where nothing else is to be had: one source feeds everything, and no host keeps its power
 */
public record SoleFeeds(Map<Supply, List<String>> ofSupplies, Map<String, List<String>> ofDeclarations) {

	/** Of a topology whose workloads are all placed. */
	public static SoleFeeds of(Topology topology) {
		return topology.feeds().isEmpty() ? new SoleFeeds(Map.of(), Map.of()) : new Search(topology).answer();
	}

	/** The power of a topology: its feeds, what draws on them, and what is asked. */
	private static final class Search {

		private final Topology topology;
		private final SuccessGraph.Builder builder = new SuccessGraph.Builder();
		/** Ascending in the order of the topology. */
		private final Map<String, Integer> failures = new HashMap<>();
		private final Map<String, Integer> feeds = new HashMap<>();
		private final Map<Supply, Integer> supplies = new LinkedHashMap<>();
		/** By the nodes of supplies, so that declarations on the same hosts ask once. */
		private final Map<List<Integer>, Integer> hostsTogether = new HashMap<>();
		private final Map<String, Integer> declarations = new LinkedHashMap<>();
		/** By the node that is asked for. */
		private final Map<Integer, List<String>> answers = new HashMap<>();
		private final SuccessGraph graph;
		private final boolean hasSeveralSources;
		private final Map<String, Boolean> leavesAHost = new HashMap<>();

		Search(Topology topology) {
			this.topology = topology;
			topology.feeds().keySet().forEach(name -> feeds.put(name, builder.declare()));
			topology.feeds().values().forEach(this::define);
			topology.hosts().values().stream().map(Host::supply).filter(Supply::isStated).forEach(this::ask);
			topology.declarations().forEach(this::ask);
			this.graph = builder.build();
			this.hasSeveralSources = topology.feeds().values().stream().filter(feed -> !feed.supply().isStated()).limit(2).count() > 1;
		}

		private void define(Feed feed) {
			var failure = builder.event();
			failures.put(feed.name(), failure);
			var needed = new ArrayList<>(List.of(failure));
			if (feed.supply().isStated()) {
				needed.add(node(feed.supply()));
			}
			builder.define(feeds.get(feed.name()), needed.size(), needed);
		}

		private int node(Supply supply) {
			var nodes = supply.feeds().stream().mapToInt(feeds::get).toArray();
			return nodes.length == 1 ? nodes[0] : builder.gate(supply.required(), nodes);
		}

		private void ask(Supply supply) {
			var node = supplies.computeIfAbsent(supply, this::node);
			answers.put(node, supply.required() == supply.feeds().size() ? supply.feeds() : new ArrayList<>());
		}

		private void ask(String declaration, List<Workload> members) {
			var hosts = members.stream().map(topology::hostOf).distinct().toList();
			if (members.size() > 1 && hosts.stream().allMatch(host -> host.supply().isStated())) {
				var nodes = hosts.stream().map(host -> supplies.get(host.supply())).distinct().toList();
				declarations.put(declaration, nodes.size() == 1 ? nodes.getFirst() : hostsTogether.computeIfAbsent(nodes, this::ask));
			}
		}

		private int ask(List<Integer> nodes) {
			var anyOfThem = builder.gate(1, nodes.stream().mapToInt(Integer::intValue).toArray());
			answers.put(anyOfThem, new ArrayList<>());
			return anyOfThem;
		}

		SoleFeeds answer() {
			consumersFirst().stream().filter(feed -> graph.dependents(feeds.get(feed.name())) > 1).forEach(this::fail);
			var ofSupplies = new LinkedHashMap<Supply, List<String>>();
			supplies.forEach((supply, node) -> ofSupplies.put(supply, inOrder(answers.get(node))));
			ofSupplies.values().removeIf(List::isEmpty);
			var ofDeclarations = new LinkedHashMap<String, List<String>>();
			declarations.forEach((declaration, node) -> ofDeclarations.put(declaration,
					inOrder(answers.get(node)).stream().filter(this::hasAlternative).toList()));
			ofDeclarations.values().removeIf(List::isEmpty);
			return new SoleFeeds(Collections.unmodifiableMap(ofSupplies), Collections.unmodifiableMap(ofDeclarations));
		}

		private List<String> inOrder(List<String> names) {
			return names.stream().sorted(Comparator.comparing(failures::get)).toList();
		}

		/** Each feed behind all that stand on it; there are no circles of feeds. */
		private List<Feed> consumersFirst() {
			var waitsFor = new HashMap<String, Integer>();
			topology.feeds().values().forEach(feed -> feed.supply().feeds().forEach(above -> waitsFor.merge(above, 1, Integer::sum)));
			var ready = new ArrayDeque<>(topology.feeds().values().stream().filter(feed -> !waitsFor.containsKey(feed.name())).toList());
			var inOrder = new ArrayList<Feed>();
			while (!ready.isEmpty()) {
				var feed = ready.remove();
				inOrder.add(feed);
				feed.supply().feeds().stream().filter(above -> waitsFor.merge(above, -1, Integer::sum) == 0)
						.map(topology.feeds()::get).forEach(ready::add);
			}
			return inOrder;
		}

		/** Notes the feed where something asked for goes down with it and no nearer feed is the reason. */
		private void fail(Feed feed) {
			var down = new BitSet();
			graph.whenFails(failures.get(feed.name()), down::set);
			down.stream().filter(answers::containsKey).mapToObj(answers::get)
					.filter(nearer -> nearer.stream().noneMatch(other -> down.get(feeds.get(other))))
					.forEach(nearer -> nearer.add(feed.name()));
		}

		/** Whether there is another source, or a host that keeps its power without the feed. */
		private boolean hasAlternative(String feed) {
			return hasSeveralSources || leavesAHost.computeIfAbsent(feed, this::leavesAHost);
		}

		private boolean leavesAHost(String feed) {
			var down = new BitSet();
			graph.whenFails(failures.get(feed), down::set);
			return supplies.values().stream().anyMatch(node -> !down.get(node));
		}
	}
}
