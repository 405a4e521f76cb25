package org.vcdsl.rule.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.placement.Alternatives;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Migration;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** A workload that nothing but its host could carry. */
public final class NoAlternativeHost implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD602", "no-alternative-host", Severity.INFO,
			"Workload fits one host only", """
			When its host is lost or has to be updated, such a workload has nowhere to go: no other host has the engine or the
			hypervisor, the kernel, the CPU, the memory or the network it needs. That others take the place is not looked at,
			nor is a virtual machine converted for another hypervisor. What has a volume of the host itself stays there by
			decision, and what says 'migrate live' is judged by VCD603.""", """
			Give a second host what is missing, or accept that the workload waits until its host is back.""");


	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var topology = context.topology();
		if (topology.hosts().size() > 1) {
			topology.declarations().values().stream()
					.filter(members -> members.stream().map(topology::standsOn).distinct().limit(2).count() == 1)
					.map(List::getFirst)
					.filter(workload -> standsOnHost(workload, context) && !isToMoveLive(workload) && !hasLocalVolume(workload, context))
					.filter(context.alternatives()::isBoundToItsHost)
					.map(workload -> finding(workload, context)).forEach(findings);
		}
	}

	/** What stands in a virtual machine goes where that goes. */
	private static boolean standsOnHost(Workload workload, RuleContext context) {
		return context.topology().hosts().containsKey(context.topology().standsOn(workload));
	}

	/** Whoever gave it one knows that it stays there. */
	private static boolean hasLocalVolume(Workload workload, RuleContext context) {
		return workload.volumes().stream().anyMatch(volume -> context.topology().volumes().get(volume).host().isPresent());
	}

	private static boolean isToMoveLive(Workload workload) {
		return workload instanceof VirtualMachine vm && vm.migration().equals(Optional.of(Migration.LIVE));
	}

	private Finding finding(Workload workload, RuleContext context) {
		var host = context.topology().standsOn(workload);
		var why = context.alternatives().obstacles(workload).stream().map(NoAlternativeHost::clause).collect(Collectors.joining("; "));
		return new Finding(id(), DESCRIPTION.severity(), workload.source(),
				"No host but '%s' comes into question for '%s': %s.".formatted(host, workload.declaration(), why),
				List.of(workload.declaration(), host), List.of());
	}

	private static String clause(Alternatives.Obstacle obstacle) {
		return "%s %s".formatted(Names.few(obstacle.platforms()),
				obstacle.platforms().size() == 1 ? obstacle.reason() : plural(obstacle.reason()));
	}

	private static String plural(String clause) {
		return clause.replaceFirst("^has ", "have ").replaceFirst("^does ", "do ").replaceFirst("^is ", "are ");
	}
}
