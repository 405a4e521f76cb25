package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.ClusterMembers;
import org.vcdsl.analysis.kernel.catalogue.Verdict;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;

/** An orchestrator starts containers on every machine of its cluster. */
public final class ClusterMemberWithoutEngine implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD216", "cluster-member-without-engine", Severity.ERROR,
			"Cluster member has no container engine", """
			An orchestrator hands containers to the engine of each member. A member without one joins no cluster; a member of
			the control plane alone may do without, if its parts are not started as containers, as kubeadm does.""", """
			Declare the engine with 'engine', for instance 'engine containerd 1.7', or take the member out of the cluster.""", List.of(
					"Kubernetes documentation, Container Runtimes"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.clusterMembersWithoutEngine().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(ClusterMembers without) {
		var first = without.members().getFirst();
		var count = without.members().size();
		var who = count == 1 ? "'%s' has".formatted(first.name()) : "%s members of '%s' have".formatted(count, first.declaration());
		var orchestrator = without.cluster().orchestrator().orElseThrow().label();
		var message = without.verdict() == Verdict.UNKNOWN
				? "Whether '%s' can run the control plane of cluster '%s' (%s) is unknown: %s no container engine, which its parts need when they are started as containers."
						.formatted(first.declaration(), without.cluster().name(), orchestrator,
								count == 1 ? "it has" : "they have")
				: "%s no container engine, so that %s starts nothing there and cluster '%s' has no use for %s. Write for instance 'engine containerd 1.7'."
						.formatted(who, orchestrator, without.cluster().name(), count == 1 ? "it" : "them");
		return new Finding(id(), Severities.of(without.verdict()), first.source(), message,
				Stream.concat(Stream.of(first.declaration(), without.cluster().name()), without.members().stream().map(Element::name)).distinct()
						.toList(),
				List.of());
	}
}
