package org.vcdsl.analysis.scheduling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.SuitingPlatforms;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.Topology;

/**
 * Finds the pods that are left to a scheduler, and which constraints it can be told. It is told in terms of all pods of a declaration at once:
 * what is asked of some members only, or of pods and virtual machines together, it cannot be told; nor what is asked of feeds and switches, of
 * which a node may have several. A spread without {@code skew} is told with a skew of 1, which implies it. A {@code reserve} is a sum over all
 * hosts and names no pods.
 *
 * <p>What it can be told is what Kubernetes has: node affinity, inter-pod affinity and anti-affinity (Kubernetes documentation, Assigning Pods
 * to Nodes) and topology spread constraints (Pod Topology Spread Constraints).
 */
final class PodGroups {

	private final Topology topology;
	private final SuitingPlatforms platforms;
	/** Kubernetes clusters by the names of the declarations of their pods. */
	private final Map<String, Cluster> clusters = new LinkedHashMap<>();
	private final Map<String, List<Pod>> pods = new HashMap<>();
	/** Constraints by the names of the declarations of which they name pods. */
	private final Map<String, List<Constraint>> constraints = new HashMap<>();

	PodGroups(Topology topology, SuitingPlatforms platforms) {
		this.topology = topology;
		this.platforms = platforms;
		topology.clusters().values().stream().filter(Cluster::isKubernetes)
				.forEach(cluster -> cluster.workloads().stream().map(topology.workloads()::get).filter(Pod.class::isInstance)
						.map(Pod.class::cast).forEach(pod -> {
							clusters.put(pod.declaration(), cluster);
							pods.computeIfAbsent(pod.declaration(), name -> new ArrayList<>()).add(pod);
						}));
		topology.constraints().forEach(constraint -> named(constraint).filter(clusters::containsKey).distinct()
				.forEach(declaration -> constraints.computeIfAbsent(declaration, name -> new ArrayList<>()).add(constraint)));
	}

	/** All groups, in the order of clusters and declarations. Takes time in their pods, in the nodes of each group, and in all constraints. */
	List<PodGroup> groups() {
		return clusters.keySet().stream().map(this::group).toList();
	}

	private PodGroup group(String declaration) {
		var own = pods.get(declaration);
		var lists = Collections.newSetFromMap(new IdentityHashMap<List<String>, Boolean>());
		own.stream().map(platforms::of).forEach(lists::add);
		var allowed = new HashSet<String>();
		lists.forEach(allowed::addAll);
		var nodes = clusters.get(declaration).members().stream().filter(allowed::contains).toList();
		var terms = new ArrayList<SchedulingTerm>();
		var untold = new ArrayList<Constraint>();
		constraints.getOrDefault(declaration, List.of()).forEach(
				constraint -> terms(constraint, own, nodes).ifPresentOrElse(terms::addAll, () -> untold.add(constraint)));
		return new PodGroup(clusters.get(declaration), own, nodes, terms, untold);
	}

	/** The declarations that a constraint names, again for each member. */
	private Stream<String> named(Constraint constraint) {
		return switch (constraint.condition()) {
			case Constraint.Spread spread -> named(spread.subjects());
			case Constraint.Apart apart -> named(apart.subjects());
			case Constraint.Together together -> named(together.subjects());
			case Constraint.Pin pin -> named(pin.subjects());
			case Constraint.Ban ban -> named(ban.subjects());
			case Constraint.Alone alone -> named(alone.subjects());
			case Constraint.Forbid forbid -> pods.entrySet().stream().filter(group -> group.getValue().stream().anyMatch(forbid.trait()::isOf))
					.map(Map.Entry::getKey);
			case Constraint.Reserve reserve -> Stream.empty();
		};
	}

	private Stream<String> named(List<Selection> subjects) {
		return subjects.stream().flatMap(subject -> subject.members().stream()).map(member -> topology.workloads().get(member).declaration());
	}

	/** What a scheduler is told to keep a constraint; empty when it cannot be told. */
	private Optional<List<SchedulingTerm>> terms(Constraint constraint, List<Pod> own, List<String> nodes) {
		var isHard = constraint.strength() == Strength.MUST;
		var declaration = own.getFirst().declaration();
		if (isKeptAnyhow(constraint, own)) {
			return Optional.of(List.of());
		}
		return switch (constraint.condition()) {
			case Constraint.Spread spread -> told(spread.domain(), own, spread.subjects()).map(groups -> List.of(
					spread(joined(groups), spread.domain(), spread.skew().orElse(1), isHard)));
			case Constraint.Apart apart -> told(apart.domain(), own, apart.subjects()).map(groups -> List.of(
					new SchedulingTerm.Apart(strangers(declaration, groups), apart.domain(), isHard)));
			case Constraint.Together together -> told(together.domain(), own, together.subjects()).map(groups -> List.of(
					new SchedulingTerm.Together(joined(groups), together.domain(), isHard)));
			case Constraint.Pin pin -> nodes(constraint, own, nodes, pin.subjects());
			case Constraint.Ban ban -> nodes(constraint, own, nodes, ban.subjects());
			case Constraint.Forbid forbid -> nodes(constraint, own, nodes, List.of());
			case Constraint.Alone alone -> Optional.empty();
			case Constraint.Reserve reserve -> throw new IllegalStateException("Names no pods: " + constraint.label());
		};
	}

	/** The declarations of each selection; empty when the scheduler cannot be told of these pods in such failure domains. */
	private Optional<List<List<String>>> told(FailureDomain domain, List<Pod> own, List<Selection> subjects) {
		if (!isKnownOfNodes(domain)) {
			return Optional.empty();
		}
		var cluster = clusters.get(own.getFirst().declaration());
		var declarations = subjects.stream().map(subject -> whole(subject, cluster)).toList();
		return declarations.stream().allMatch(Optional::isPresent) ? Optional.of(declarations.stream().map(Optional::orElseThrow).toList())
				: Optional.empty();
	}

	private SchedulingTerm spread(List<String> declarations, FailureDomain domain, int skew, boolean isHard) {
		return new SchedulingTerm.Spread(declarations, declarations.stream().mapToInt(name -> pods.get(name).size()).sum(), domain, skew, isHard);
	}

	/** Pods that bring a kernel each share none. */
	private static boolean isKeptAnyhow(Constraint constraint, List<Pod> own) {
		return own.getFirst().bringsKernel() && switch (constraint.condition()) {
			case Constraint.Spread spread -> spread.domain() == FailureDomain.KERNEL;
			case Constraint.Apart apart -> apart.domain() == FailureDomain.KERNEL;
			case Constraint.Together together -> false;
			case Constraint.Pin pin -> false;
			case Constraint.Ban ban -> false;
			case Constraint.Alone alone -> false;
			case Constraint.Reserve reserve -> false;
			case Constraint.Forbid forbid -> false;
		};
	}

	/** A node may have several feeds and switches. */
	static boolean isKnownOfNodes(FailureDomain domain) {
		return switch (domain) {
			case SITE, ROOM, RACK, HOST, KERNEL -> true;
			case FEED, SWITCH -> false;
		};
	}

	/** The declarations of a selection; empty when it leaves out some of their pods, or names what the scheduler of a cluster does not place. */
	private Optional<List<String>> whole(Selection selection, Cluster cluster) {
		var members = selection.members().stream().map(topology.workloads()::get).toList();
		var declarations = members.stream().map(member -> member.declaration()).distinct().toList();
		var areAll = declarations.stream().allMatch(name -> cluster.equals(clusters.get(name)))
				&& declarations.stream().mapToInt(name -> pods.get(name).size()).sum() == Set.copyOf(selection.members()).size();
		return areAll ? Optional.of(declarations) : Optional.empty();
	}

	private static List<String> joined(List<List<String>> groups) {
		return groups.stream().flatMap(List::stream).distinct().toList();
	}

	/** The declarations a pod shall not stand with: of several groups, those of the others; of one, all, its own among them. */
	private static List<String> strangers(String declaration, List<List<String>> groups) {
		if (groups.size() == 1) {
			return groups.getFirst();
		}
		return joined(IntStream.range(0, groups.size()).mapToObj(groups::get).filter(group -> !group.contains(declaration)).toList());
	}

	/** What must be kept of where each pod stands is in the choice of nodes; what should be, is preferred. */
	private Optional<List<SchedulingTerm>> nodes(Constraint constraint, List<Pod> own, List<String> nodes, List<Selection> subjects) {
		var named = subjects.stream().flatMap(subject -> subject.members().stream()).collect(Collectors.toSet());
		if (!named.isEmpty() && !own.stream().map(Pod::name).allMatch(named::contains)) {
			return Optional.empty();
		}
		var allowed = platforms.allowedBy(constraint, own.getFirst(), nodes);
		if (constraint.strength() == Strength.MUST || allowed.size() == nodes.size()) {
			return allowed.size() == nodes.size() ? Optional.of(List.of()) : Optional.empty();
		}
		return allowed.isEmpty() ? Optional.empty() : Optional.of(List.of(new SchedulingTerm.Preferred(allowed)));
	}
}
