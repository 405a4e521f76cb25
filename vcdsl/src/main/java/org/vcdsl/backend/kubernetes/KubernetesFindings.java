package org.vcdsl.backend.kubernetes;

import static org.vcdsl.backend.BackendFindings.assumed;
import static org.vcdsl.backend.BackendFindings.missing;
import static org.vcdsl.backend.BackendFindings.notExpressed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.vcdsl.analysis.scheduling.PodGroup;
import org.vcdsl.backend.BackendFindings;
import org.vcdsl.backend.ScheduledPods;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.Topology;

/** What manifests do not say of pods, and why some are not written. */
final class KubernetesFindings {

	private final Topology topology;
	private final List<PodGroup> groups;

	KubernetesFindings(Topology topology, List<PodGroup> groups) {
		this.topology = topology;
		this.groups = groups;
	}

	List<Finding> findings() {
		var findings = new ArrayList<Finding>();
		findings.addAll(notExpressed(pods(group -> group.nodes().isEmpty()), names -> "No manifest is written for " + names
				+ ": nothing that it may stand on is a member of its cluster. Name the member, or a group of members, after 'on'."));
		findings.addAll(notExpressed(pods(group -> !ScheduledPods.areAlike(group)), names -> "No manifest is written for " + names
				+ ": in one Deployment all pods are alike, and these publish other ports than their siblings, or are declared in several "
				+ "ways. Declare those that are alike under a name of their own."));
		findings.addAll(notExpressed(pods(ScheduledPods::haveVolumes), names -> "No manifest is written for " + names
				+ ": nobody can tell from a volume which storage class of the cluster serves it. Write a StatefulSet with a claim by hand."));
		findings.addAll(missing(pods(group -> !ScheduledPods.haveReferences(group, topology)), names -> "No manifest is written for " + names
				+ ": nobody stated where the image of each of its containers comes from. Add an 'image' whose 'ref' a registry knows."));
		findings.addAll(notExpressed(written(group -> !group.pods().getFirst().nics().isEmpty()), names -> "Kubernetes gives " + names
				+ " an address of the cluster's own network: that it has a 'nic' on another needs a plug-in, and its manifest does not say so."));
		findings.addAll(assumed(written(group -> PodManifest.runtimeClass(group.pods().getFirst()).isPresent()), names -> "The manifest of " + names
				+ " names a RuntimeClass after its isolation or runtime. Nobody stated what the cluster calls it: create one of that name, or change "
				+ "the manifest."));
		groups.forEach(group -> group.untold().forEach(constraint -> findings.add(untold(group, constraint))));
		return findings;
	}

	private List<Pod> pods(Predicate<PodGroup> condition) {
		return groups.stream().filter(condition).flatMap(group -> group.pods().stream()).toList();
	}

	private List<Pod> written(Predicate<PodGroup> condition) {
		return pods(group -> ScheduledPods.areWritten(group, topology) && condition.test(group));
	}

	private static Finding untold(PodGroup group, Constraint constraint) {
		return new Finding(BackendFindings.NOT_EXPRESSED, constraint.strength() == Strength.MUST ? Severity.WARNING : Severity.INFO,
				constraint.source(), ("Kubernetes cannot be told '%s' of '%s', and may place these pods against it: it is told of all pods of "
						+ "a declaration alike, of pods of its own cluster only, and of sites, rooms, racks, hosts and kernels. Say it in these terms, or "
						+ "see to it by hand.").formatted(constraint.label(), group.declaration()),
				List.of(group.declaration()), List.of());
	}
}
