package org.vcdsl.rule.capacity;

import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;

/** Limits of all guests against the memory and CPU of what they stand on, where their requests fit. */
public final class LimitsExceeded extends GuestRule {

	public LimitsExceeded() {
		super(new RuleDescription("VCD405", "limits-exceeded", Severity.WARNING,
				"Limits of guests go beyond what there is", """
				A limit says how far a guest may go beyond what it asked for. Where not all can go there at once, the
				kernel kills one of them when memory runs out, and all of them are slow when CPU does, although each
				keeps to what it was allowed.""", """
				Lower a limit, move a guest, or accept it if the guests never go to their limits at the same time."""));
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		Stream.of(context.memoryDemands(), context.cpuDemands()).forEach(demands -> report(
				demands.stream().filter(demand -> demand.requestsFit() && !demand.limitsFit()), LimitsExceeded::exceeded, findings));
	}

	private static String exceeded(GuestDemand demand, String others) {
		return "%s, and what its guests ask for fits, but their limits make %s%s. Lower a limit or move a guest.".formatted(has(demand),
				sum(demand, demand.limits()), others);
	}
}
