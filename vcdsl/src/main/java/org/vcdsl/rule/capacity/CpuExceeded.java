package org.vcdsl.rule.capacity;

import java.util.function.Consumer;

import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;

/** Requests of all guests against the CPU of what they stand on. */
public final class CpuExceeded extends GuestRule {

	public CpuExceeded() {
		super(new RuleDescription("VCD402", "cpu-exceeded", Severity.WARNING,
				"Guests ask for more CPU than there is", """
				A core that was promised twice runs both at half its speed when both are busy: slow, not dead. Virtual
				CPUs count one to one with cores unless an overcommit is stated; what containers ask for is never
				overcommitted. To the containers in a virtual machine its virtual CPUs are the cores.""", """
				Move a guest, give it fewer virtual CPUs, or state 'overcommit' if the guests are never busy all at once."""));
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		report(context.cpuDemands().stream().filter(demand -> !demand.requestsFit()),
				(demand, others) -> exceeded(context, demand, others), findings);
	}

	private static String exceeded(RuleContext context, GuestDemand demand, String others) {
		return "%s, but its guests ask for %s%s. %s".formatted(has(demand), sum(demand, demand.requests()), others,
				remedy(context, demand, "overcommit", "virtual CPUs"));
	}
}
