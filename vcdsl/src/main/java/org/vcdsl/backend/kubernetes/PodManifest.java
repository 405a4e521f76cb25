package org.vcdsl.backend.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.analysis.scheduling.PodGroup;
import org.vcdsl.analysis.scheduling.SchedulingTerm;
import org.vcdsl.backend.BinarySize;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.topology.Demand;
import org.vcdsl.topology.FailureDomain;
import org.vcdsl.topology.Image;
import org.vcdsl.topology.Isolation;
import org.vcdsl.topology.Platform;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Topology;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodAntiAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTermBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;

/**
 * What Kubernetes is told of the pods of a declaration, as resources of its API (apps/v1).
 *
 * <p>Precondition: they are alike, have no disks, and their images have references.
 */
final class PodManifest {

	/** Recommended labels (Kubernetes, Recommended Labels). */
	private static final String NAME = "app.kubernetes.io/name";
	private static final String PART_OF = "app.kubernetes.io/part-of";
	private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

	/** What a Deployment labels the pods of each revision with. */
	private static final String REVISION = "pod-template-hash";

	/** The most that a preference can weigh; all of ours weigh the same. */
	private static final int WEIGHT = 100;

	private static final String[] BINARY_UNITS = {"", "Ki", "Mi", "Gi", "Ti"};

	private final Topology topology;
	private final PodGroup group;
	private final Pod pod;

	PodManifest(Topology topology, PodGroup group) {
		this.topology = topology;
		this.group = group;
		this.pod = group.pods().getFirst();
	}

	/** The namespace that all pods of a topology share. */
	Namespace namespace() {
		return new NamespaceBuilder().withNewMetadata().withName(DeploymentNames.slug(topology.name())).endMetadata().build();
	}

	Deployment deployment() {
		var labels = new LinkedHashMap<String, String>();
		labels.put(NAME, name());
		labels.put(PART_OF, DeploymentNames.slug(topology.name()));
		labels.put(MANAGED_BY, "vcdsl");
		return new DeploymentBuilder()
				.withNewMetadata().withName(name()).withNamespace(DeploymentNames.slug(topology.name())).withLabels(labels)
				.addToAnnotations("vcdsl.org/workload", group.declaration()).endMetadata()
				.withNewSpec().withReplicas(group.pods().size()).withSelector(selector(List.of(group.declaration())))
				.withStrategy(strategy().orElse(null))
				.withNewTemplate().withNewMetadata().withLabels(labels).endMetadata().withSpec(spec()).endTemplate().endSpec().build();
	}

	private String name() {
		return DeploymentNames.slug(group.declaration());
	}

	/**
	 * A new pod beside the old ones would have no place where each has to itself what it needs: a host port, or a failure domain. So one old
	 * one goes first.
	 */
	private Optional<DeploymentStrategy> strategy() {
		var isAlone = !pod.ports().isEmpty() || group.terms().stream().anyMatch(term -> term instanceof SchedulingTerm.Apart apart
				&& apart.isHard() && apart.declarations().contains(group.declaration()));
		return isAlone ? Optional.of(new DeploymentStrategyBuilder().withType("RollingUpdate").withNewRollingUpdate().withNewMaxSurge(0)
				.withNewMaxUnavailable(1).endRollingUpdate().build()) : Optional.empty();
	}

	private PodSpec spec() {
		var spec = new PodSpecBuilder().withAffinity(affinity()).withContainers(containers());
		var spreads = group.terms().stream().filter(SchedulingTerm.Spread.class::isInstance).map(SchedulingTerm.Spread.class::cast)
				.map(this::spread).toList();
		if (!spreads.isEmpty()) {
			spec.withTopologySpreadConstraints(spreads);
		}
		runtimeClass(pod).ifPresent(spec::withRuntimeClassName);
		if (pod.traits().isolation().filter(Isolation.USERNS::equals).isPresent()) {
			spec.withHostUsers(false);
		}
		return spec.build();
	}

	/** What a cluster must have so that pods are isolated, or run, as stated: named after that; absent for the runtime it has by default. */
	static Optional<String> runtimeClass(Pod pod) {
		return pod.traits().runtime().map(runtime -> DeploymentNames.slug(runtime.kind()))
				.or(() -> pod.traits().isolation().flatMap(isolation -> switch (isolation) {
					case PROCESS, USERNS -> Optional.<String>empty();
					case GVISOR, KATA, HYPERV -> Optional.of(isolation.label());
				}));
	}

	/** Of one revision, so that a rollout ends spread, too; of several declarations that cannot be said. */
	private TopologySpreadConstraint spread(SchedulingTerm.Spread spread) {
		return new TopologySpreadConstraintBuilder().withMaxSkew(spread.skew()).withTopologyKey(NodeLabel.of(spread.domain()).key())
				.withWhenUnsatisfiable(spread.isHard() ? "DoNotSchedule" : "ScheduleAnyway").withLabelSelector(selector(spread.declarations()))
				.withMatchLabelKeys(spread.declarations().size() == 1 && group.canSpreadRevisions() ? List.of(REVISION) : List.of()).build();
	}

	private Affinity affinity() {
		var affinity = new AffinityBuilder();
		var nodes = terms(SchedulingTerm.Preferred.class, term -> new PreferredSchedulingTermBuilder().withWeight(WEIGHT)
				.withPreference(new NodeSelectorTermBuilder().withMatchExpressions(nodes(term.nodes())).build()).build());
		affinity.withNewNodeAffinity().withNewRequiredDuringSchedulingIgnoredDuringExecution().withNodeSelectorTerms(possible())
				.endRequiredDuringSchedulingIgnoredDuringExecution().withPreferredDuringSchedulingIgnoredDuringExecution(nodes)
				.endNodeAffinity();
		var together = terms(SchedulingTerm.Together.class, term -> neighbours(term, term.declarations(), term.domain()));
		if (!together.isEmpty()) {
			affinity.withPodAffinity(new PodAffinityBuilder().withRequiredDuringSchedulingIgnoredDuringExecution(required(together))
					.withPreferredDuringSchedulingIgnoredDuringExecution(preferred(together)).build());
		}
		var apart = terms(SchedulingTerm.Apart.class, term -> neighbours(term, term.declarations(), term.domain()));
		if (!apart.isEmpty()) {
			affinity.withPodAntiAffinity(new PodAntiAffinityBuilder().withRequiredDuringSchedulingIgnoredDuringExecution(required(apart))
					.withPreferredDuringSchedulingIgnoredDuringExecution(preferred(apart)).build());
		}
		return affinity.build();
	}

	/** Pods that a pod shall stand with, or shall not. */
	private record Neighbours(boolean isHard, PodAffinityTerm term) {
	}

	private static List<PodAffinityTerm> required(List<Neighbours> all) {
		return all.stream().filter(Neighbours::isHard).map(Neighbours::term).toList();
	}

	private static List<WeightedPodAffinityTerm> preferred(List<Neighbours> all) {
		return all.stream().filter(each -> !each.isHard()).map(each -> weighted(each.term())).toList();
	}

	private <T extends SchedulingTerm, R> List<R> terms(Class<T> kind, Function<T, R> printed) {
		return group.terms().stream().filter(kind::isInstance).map(kind::cast).map(printed).toList();
	}

	/** The nodes they may stand on, of those for which their images were built. */
	private NodeSelectorTerm possible() {
		var expressions = new ArrayList<>(List.of(nodes(group.nodes())));
		common(Platform::operatingSystem).ifPresent(values -> expressions.add(in("kubernetes.io/os", values)));
		common(Platform::architecture).ifPresent(values -> expressions.add(in("kubernetes.io/arch", values)));
		return new NodeSelectorTermBuilder().withMatchExpressions(expressions).build();
	}

	/** What the platforms of all images that state any have in common; absent when none does, and when they have nothing in common. */
	private Optional<List<String>> common(Function<Platform, String> part) {
		return pod.containers().stream().map(container -> topology.images().get(container.image().orElseThrow())).map(Image::platforms)
				.filter(platforms -> !platforms.isEmpty()).map(platforms -> platforms.stream().map(part).distinct().toList())
				.reduce((one, other) -> one.stream().filter(other::contains).toList()).filter(values -> !values.isEmpty());
	}

	/** By what they were declared as, where that leaves out no node of a declaration; else one by one. */
	private NodeSelectorRequirement nodes(List<String> names) {
		var declarations = names.stream().map(topology::platform).map(node -> node.declaration()).distinct().toList();
		var all = group.cluster().members().stream().filter(member -> declarations.contains(topology.platform(member).declaration())).count();
		return all == names.size() ? in(NodeLabel.DECLARATION.key(), declarations.stream().map(DeploymentNames::slug).toList())
				: in(NodeLabel.NODE.key(), names.stream().map(DeploymentNames::slug).toList());
	}

	private static NodeSelectorRequirement in(String key, List<String> values) {
		return new NodeSelectorRequirementBuilder().withKey(key).withOperator("In").withValues(values).build();
	}

	private static Neighbours neighbours(SchedulingTerm term, List<String> declarations, FailureDomain domain) {
		return new Neighbours(term.isHard(), new PodAffinityTermBuilder().withLabelSelector(selector(declarations))
				.withTopologyKey(NodeLabel.of(domain).key()).build());
	}

	private static WeightedPodAffinityTerm weighted(PodAffinityTerm term) {
		return new WeightedPodAffinityTermBuilder().withWeight(WEIGHT).withPodAffinityTerm(term).build();
	}

	/** The pods of some declarations in the same namespace. */
	private static LabelSelector selector(List<String> declarations) {
		var names = declarations.stream().map(DeploymentNames::slug).toList();
		return names.size() == 1 ? new LabelSelectorBuilder().addToMatchLabels(NAME, names.getFirst()).build()
				: new LabelSelectorBuilder().addNewMatchExpression().withKey(NAME).withOperator("In").withValues(names).endMatchExpression().build();
	}

	/** A pod has one address, so that it does not matter which of its containers answers at a port: the first is given all. */
	private List<Container> containers() {
		var containers = new ArrayList<Container>();
		for (var member : pod.containers()) {
			var container = new ContainerBuilder().withName(DeploymentNames.slug(member.name()))
					.withImage(topology.images().get(member.image().orElseThrow()).reference().orElseThrow())
					.withResources(resources(member).orElse(null));
			if (containers.isEmpty() && !pod.ports().isEmpty()) {
				container.withPorts(ports());
			}
			if (member.privileged().orElse(false)) {
				container.withNewSecurityContext().withPrivileged(true).endSecurityContext();
			}
			containers.add(container.build());
		}
		return containers;
	}

	private List<ContainerPort> ports() {
		return pod.ports().stream()
				.map(port -> new ContainerPortBuilder().withContainerPort(port.containerPort()).withHostPort(port.hostPort()).build()).toList();
	}

	private static Optional<ResourceRequirements> resources(Pod.Member member) {
		var requests = new LinkedHashMap<String, Quantity>();
		var limits = new LinkedHashMap<String, Quantity>();
		put("cpu", member.cpuMillicores(), PodManifest::cores, requests, limits);
		put("memory", member.memoryBytes(), PodManifest::size, requests, limits);
		return requests.isEmpty() ? Optional.empty()
				: Optional.of(new ResourceRequirementsBuilder().withRequests(requests).withLimits(limits).build());
	}

	private static void put(String resource, Optional<Demand> demand, Function<Long, Quantity> quantity, Map<String, Quantity> requests,
			Map<String, Quantity> limits) {
		demand.ifPresent(asked -> {
			requests.put(resource, quantity.apply(asked.request()));
			limits.put(resource, quantity.apply(asked.limit()));
		});
	}

	private static Quantity cores(long millicores) {
		return millicores % 1000 == 0 ? new Quantity(String.valueOf(millicores / 1000)) : new Quantity(String.valueOf(millicores), "m");
	}

	private static Quantity size(long bytes) {
		var size = BinarySize.of(bytes, BINARY_UNITS);
		return new Quantity(String.valueOf(size.amount()), size.unit());
	}
}
