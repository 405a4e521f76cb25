package org.vcdsl.backend.kubernetes;

import java.util.ArrayList;
import java.util.List;

import org.vcdsl.backend.DeploymentNames;
import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.Location;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;

/**
 * The labels of a cluster's nodes: what each is, and where it stands.
 *
 * @param cluster its slug
 * @param nodes in the order of the cluster
 */
record NodeLabels(String cluster, List<Node> nodes) {

	/**
	 * A node.
	 *
	 * @param name as the cluster knows it
	 * @param labels as kubectl takes them: {@code vcdsl.org/rack=r1}
	 */
	record Node(String name, List<String> labels) {

		Node {
			labels = List.copyOf(labels);
		}
	}

	NodeLabels {
		nodes = List.copyOf(nodes);
	}

	static NodeLabels of(Topology topology, Cluster cluster) {
		return new NodeLabels(DeploymentNames.slug(cluster.name()), cluster.members().stream().map(member -> node(topology, member)).toList());
	}

	private static Node node(Topology topology, String member) {
		var platform = topology.platform(member);
		var host = switch (platform) {
			case Host own -> own;
			case VirtualMachine vm -> topology.hostOf(vm);
		};
		var labels = new ArrayList<String>();
		labels.add(label(NodeLabel.NODE, platform.name()));
		labels.add(label(NodeLabel.DECLARATION, platform.declaration()));
		labels.add(label(NodeLabel.HOST, host.name()));
		topology.enclosing(host.location()).forEach(location -> labels.add(label(labelOf(location), location.name())));
		return new Node(DeploymentNames.nodeName(member), labels);
	}

	private static NodeLabel labelOf(Location location) {
		return switch (location.kind()) {
			case RACK -> NodeLabel.RACK;
			case ROOM -> NodeLabel.ROOM;
			case SITE -> NodeLabel.SITE;
		};
	}

	private static String label(NodeLabel label, String value) {
		return label.key() + "=" + DeploymentNames.slug(value);
	}
}
