package org.vcdsl.analysis.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;

import org.vcdsl.topology.Demand;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * What the workloads of a declaration may stand on, the best first: with the fewest siblings in its rack, then on its host, then on
 * itself, then with the smallest part of the memory asked for, then with the fewest workloads, then in the order given. Where nobody stated
 * the memory of one of them, the amount asked for counts instead of the part.
 *
 * <p>A tree of racks, hosts and platforms, each level sorted by its best: every step takes time in the logarithm of their number.
 */
final class Candidates {

	private final Topology topology;
	private final Map<String, Load> loads;
	private final Node root = new Node(null, 0);
	private final Map<String, Node> racks = new HashMap<>();
	private final Map<String, Node> hosts = new HashMap<>();
	private final Map<String, Node> platforms = new HashMap<>();
	/** What has siblings. */
	private final List<Node> counted = new ArrayList<>();
	/** What refused workloads like the last one for good. */
	private final List<Node> refused = new ArrayList<>();

	/** A rack, a host or a platform; a host that is a platform is both. */
	private static final class Node {

		private static final Comparator<Node> BEST_FIRST = Node::compare;

		private final Node parent;
		private final int order;
		private final TreeSet<Node> children = new TreeSet<>(BEST_FIRST);
		private String platform;
		private int siblings;
		private Load load = Load.NONE;
		private long memoryBytes = 1;
		private boolean isIn;
		private boolean isAside;

		Node(Node parent, int order) {
			this.parent = parent;
			this.order = order;
		}

		boolean isUsable() {
			return !isAside && (platform != null || !children.isEmpty());
		}

		private static int compare(Node one, Node other) {
			if (one == other) {
				return 0;
			}
			if (one.siblings != other.siblings) {
				return Integer.compare(one.siblings, other.siblings);
			}
			if (one.platform == null) {
				return compare(one.children.first(), other.children.first());
			}
			var order = one.load.compareTo(other.load, one.memoryBytes, other.memoryBytes);
			return order != 0 ? order : Integer.compare(one.order, other.order);
		}
	}

	/**
	 * @param names of hosts and virtual machines
	 * @param topology that says on which hosts these are
	 * @param loads of platforms, by name; they grow while workloads are placed
	 */
	Candidates(List<String> names, Topology topology, Map<String, Load> loads) {
		this.topology = topology;
		this.loads = loads;
		var areStated = names.stream().allMatch(name -> memoryBytes(name).isPresent());
		for (var name : names) {
			var host = hostOf(name);
			var rack = racks.computeIfAbsent(rackOf(host), any -> new Node(root, 0));
			var node = new Node(hosts.computeIfAbsent(host.name(), any -> new Node(rack, 0)), platforms.size());
			node.platform = name;
			if (areStated) {
				node.memoryBytes = memoryBytes(name).getAsLong();
			}
			platforms.put(name, node);
			change(node, () -> node.load = loads.getOrDefault(name, Load.NONE));
		}
	}

	/** Goes on to another declaration, of which some workloads were placed already. */
	void start(List<String> siblings) {
		forget();
		counted.forEach(node -> change(node, () -> count(node, -node.siblings)));
		counted.clear();
		siblings.forEach(this::count);
	}

	/** Takes back what refused for good: another workload is asked for. */
	void forget() {
		refused.forEach(node -> change(node, () -> node.isAside = false));
		refused.clear();
	}

	/**
	 * The best platform that is not refused; empty when all are. What is refused for good is not asked again for workloads alike, so that
	 * all of these together take time in the platforms once.
	 */
	Optional<String> best(Function<String, Optional<Refusal>> refusing) {
		var aside = new ArrayList<Node>();
		try {
			while (!root.children.isEmpty()) {
				var platform = root.children.first().children.first().children.first();
				var load = loads.getOrDefault(platform.platform, Load.NONE);
				if (!platform.load.equals(load)) {
					change(platform, () -> platform.load = load);
					continue;
				}
				var refusal = refusing.apply(platform.platform);
				if (refusal.isEmpty()) {
					return Optional.of(platform.platform);
				}
				var node = widest(platform, refusal.get().domain());
				change(node, () -> node.isAside = true);
				(refusal.get().isForGood() ? refused : aside).add(node);
			}
			return Optional.empty();
		} finally {
			aside.forEach(node -> change(node, () -> node.isAside = false));
		}
	}

	/** Notes that a workload was placed here, which its load tells already. */
	void put(String platform) {
		count(platform);
	}

	/** What lies in the failure domain of that kind with a platform: its host, its rack and all around that lie in one as a whole. */
	private static Node widest(Node platform, FailureDomain kind) {
		return switch (kind) {
			case SITE, ROOM, RACK -> platform.parent.parent;
			case HOST, FEED, SWITCH -> platform.parent;
			case KERNEL -> platform;
		};
	}

	/** Counts a sibling in as much of its rack, its host and its platform as is here. */
	private void count(String platform) {
		var host = hostOf(platform);
		var nodes = new ArrayList<Node>();
		for (var node : new Node[] { racks.get(rackOf(host)), hosts.get(host.name()), platforms.get(platform) }) {
			if (node != null) {
				nodes.add(node);
				counted.add(node);
			}
		}
		if (!nodes.isEmpty()) {
			change(nodes.getLast(), () -> nodes.forEach(node -> count(node, 1)));
		}
	}

	private static void count(Node node, int more) {
		node.siblings += more;
	}

	/** Takes a node and all around it out of their order, changes them, and sorts them in again. */
	private static void change(Node node, Runnable change) {
		takeOut(node);
		change.run();
		for (var inner = node; inner.parent != null; inner = inner.parent) {
			inner.isIn = inner.isUsable();
			if (inner.isIn) {
				inner.parent.children.add(inner);
			}
		}
	}

	/** From the outside to the inside: what is around a node is sorted by it. */
	private static void takeOut(Node node) {
		if (node.parent != null) {
			takeOut(node.parent);
			if (node.isIn) {
				node.parent.children.remove(node);
			}
		}
	}

	private OptionalLong memoryBytes(String platform) {
		var bytes = switch (topology.platform(platform)) {
			case Host host -> host.hardware().memoryBytes();
			case VirtualMachine vm -> vm.memoryBytes().stream().mapToLong(Demand::request).findFirst();
		};
		return bytes.stream().filter(some -> some > 0).findFirst();
	}

	private Host hostOf(String platform) {
		return switch (topology.platform(platform)) {
			case Host host -> host;
			case VirtualMachine vm -> topology.hostOf(vm);
		};
	}

	/** The innermost location around a host, or the host itself where nobody stated one. */
	private String rackOf(Host host) {
		return topology.enclosing(host.location()).stream().map(Location::name).findFirst().orElse(host.name());
	}
}
