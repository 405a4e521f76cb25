package org.vcdsl.backend.kubernetes;

import java.util.ArrayList;
import java.util.List;

import org.vcdsl.analysis.scheduling.PodGroup;
import org.vcdsl.backend.Artifact;
import org.vcdsl.backend.Backend;
import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.backend.ScheduledPods;
import org.vcdsl.backend.YamlDocument;
import org.vcdsl.plan.Plan;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Topology;

/** Prints a manifest for each declaration of pods in a Kubernetes cluster, and for each such cluster the labels of its nodes. */
public final class KubernetesBackend implements Backend {

	@Override
	public String id() {
		return "kubernetes";
	}

	@Override
	public Output generate(Topology topology, Plan plan) {
		var artifacts = new ArrayList<Artifact>();
		topology.clusters().values().stream().filter(Cluster::isKubernetes).forEach(cluster -> {
			artifacts.add(new Artifact(DeploymentNames.nodeLabelsPath(cluster.name()), new NodeLabelsTemplate().print(NodeLabels.of(topology, cluster))));
			plan.podGroups().stream().filter(group -> group.cluster().equals(cluster) && ScheduledPods.areWritten(group, topology))
					.forEach(group -> artifacts.add(manifest(topology, group)));
		});
		return new Output(artifacts, new KubernetesFindings(topology, plan.podGroups()).findings());
	}

	/** Its namespace comes with it, so that each manifest can be applied on its own. */
	private static Artifact manifest(Topology topology, PodGroup group) {
		var manifest = new PodManifest(topology, group);
		return new Artifact(DeploymentNames.manifestPath(group.cluster().name(), group.declaration()), List.of(manifest.namespace(), manifest.deployment())
				.stream().map(resource -> "---\n" + YamlDocument.print(resource)).reduce("", String::concat));
	}
}
