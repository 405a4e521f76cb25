package org.vcdsl.analysis.scheduling;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.topology.Cluster;
import org.vcdsl.topology.Constraint;
import org.vcdsl.topology.Pod;
import org.vcdsl.topology.PublishedPort;
import org.vcdsl.topology.Software;
import org.vcdsl.topology.Version;

/**
 * The pods of one declaration that the scheduler of a Kubernetes cluster puts on nodes. Where the topology has them is one of the places it
 * may choose.
 *
 * @param pods at least one, in the order of the topology
 * @param nodes names of the hosts and virtual machines on which it may put them: what must be kept forbids none of these, and none surely
 *        fails to run them; in the order of the topology
 * @param terms what it is told besides, in the order of the constraints
 * @param untold constraints about these pods that it cannot be told
 */
public record PodGroup(Cluster cluster, List<Pod> pods, List<String> nodes, List<SchedulingTerm> terms, List<Constraint> untold) {

	/** Topology spread constraints tell revisions apart from here on ({@code matchLabelKeys}, Kubernetes 1.27 changelog). */
	private static final Version SPREADING_REVISIONS = new Version(List.of(BigInteger.ONE, BigInteger.valueOf(27)));

	public PodGroup {
		pods = List.copyOf(pods);
		nodes = List.copyOf(nodes);
		terms = List.copyOf(terms);
		untold = List.copyOf(untold);
	}

	/** The same, if the scheduler were told one thing more. */
	PodGroup told(SchedulingTerm term) {
		return new PodGroup(cluster, pods, nodes, Stream.concat(terms.stream(), Stream.of(term)).toList(), untold);
	}

	/** The name they were declared with: {@code k8s.checkout}. */
	public String declaration() {
		return pods.getFirst().declaration();
	}

	/** Whether all publish one port of their nodes, so that no two stand on one (Kubernetes documentation, Scheduler Configuration: NodePorts). */
	public boolean isOnePerNode() {
		return pods.getFirst().ports().stream().mapToInt(PublishedPort::hostPort).anyMatch(
				port -> pods.stream().allMatch(pod -> pod.ports().stream().anyMatch(own -> own.hostPort() == port)));
	}

	/**
	 * Whether pods can be spread among those of their own revision: else a rollout, during which those of the one before count, may end with a
	 * greater skew than was asked for.
	 */
	public boolean canSpreadRevisions() {
		return cluster.orchestrator().flatMap(Software::version).flatMap(Version::parse)
				.flatMap(version -> version.compareWithBound(SPREADING_REVISIONS)).filter(order -> order < 0).isEmpty();
	}
}
