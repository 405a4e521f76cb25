package org.vcdsl.rule.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.failure.SharedFailureDomain;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Kernel;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Topology;

/** Replicas that are lost together: with a kernel, a host, a rack or a feed. */
public final class ReplicasShareFailureDomain implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD302", "replicas-share-failure-domain", Severity.WARNING,
			"All replicas share a kernel, a host, a rack or a feed", """
			Replicas are there so that one may fail. Containers on one kernel all go with it when it crashes, and a
			program that breaks out of one of them reaches the others; replicas on one host all go with its
			hardware, those in one rack with the rack, those on one feed with its power. Only the innermost of these is said, and
			of racks and feeds only what need not be: where there is but one rack, or one source of power, VCD300, VCD301 and
			VCD307 say so.""", """
			Spread the replicas over several hosts, racks or feeds, or accept that they only share the load.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.sharedFailureDomains().stream().map(shared -> finding(shared, context.topology())).forEach(findings);
	}

	private Finding finding(SharedFailureDomain shared, Topology topology) {
		var first = shared.members().getFirst();
		var subjects = new ArrayList<>(List.of(first.declaration()));
		subjects.addAll(shared.names());
		return new Finding(id(), DESCRIPTION.severity(), first.source(), "All %s replicas of '%s' %s".formatted(shared.members().size(),
				first.declaration(), message(shared, topology)), subjects, List.of());
	}

	private static String message(SharedFailureDomain shared, Topology topology) {
		var names = Names.listed(shared.names());
		return switch (shared.kind()) {
			case KERNEL -> "run on the kernel of %s%s: one crash takes them all, and one break-out reaches all. Spread them over several "
					.formatted(names, topology.kernelOf(shared.members().getFirst()).map(Kernel::label).map(" (%s)"::formatted).orElse(""))
					+ "hosts.";
			case HOST -> "stand on host %s: its loss takes them all. Spread them over several hosts.".formatted(names);
			case FEED -> "draw their power from feed %s alone: its loss takes them all. Spread them over hosts with another feed."
					.formatted(names);
			case SITE, ROOM, RACK, SWITCH -> "stand in %s %s: its loss takes them all. Spread them over several %1$ss.".formatted(
					shared.kind().label(), names);
		};
	}
}
