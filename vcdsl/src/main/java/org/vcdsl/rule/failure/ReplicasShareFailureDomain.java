package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.Workload;

/** Replicas that stand on one kernel or one host. */
public final class ReplicasShareFailureDomain implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD302", "replicas-share-failure-domain", Severity.WARNING,
			"All replicas share a kernel or a host", """
			Replicas are there so that one may fail. Containers on one kernel all go with it when it crashes, and a
			program that breaks out of one of them reaches the others; replicas on one host all go with its
			hardware.""", """
			Spread the replicas over several hosts, or accept that they only share the load.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var topology = context.topology();
		topology.declarations().values().stream().filter(replicas -> replicas.size() > 1)
				.forEach(replicas -> check(replicas, topology, findings));
	}

	private void check(List<Workload> replicas, Topology topology, Consumer<Finding> findings) {
		var kernels = replicas.stream().map(replica -> topology.kernelBringerOf(replica).name()).distinct().toList();
		var hosts = replicas.stream().map(topology::hostOf).map(Element::name).distinct().toList();
		var first = replicas.getFirst();
		if (kernels.size() == 1) {
			var kernel = topology.kernelOf(first).map(Kernel::label).map(" (%s)"::formatted).orElse("");
			findings.accept(finding(first, kernels.getFirst(),
					"All %s replicas of '%s' run on the kernel of '%s'%s: one crash takes them all, and one break-out reaches all."
							.formatted(replicas.size(), first.declaration(), kernels.getFirst(), kernel)));
		} else if (hosts.size() == 1) {
			findings.accept(finding(first, hosts.getFirst(),
					"All %s replicas of '%s' stand on host '%s': its loss takes them all."
							.formatted(replicas.size(), first.declaration(), hosts.getFirst())));
		}
	}

	private Finding finding(Workload first, String shared, String message) {
		return new Finding(id(), DESCRIPTION.severity(), first.source(), message + " Spread them over several hosts.",
				List.of(first.declaration(), shared), List.of());
	}
}
