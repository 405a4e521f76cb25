package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.Fraction;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;

/** Requests of all guests against the memory of what they stand on. */
public final class MemoryExceeded extends GuestRule {

	private static final List<String> USUAL_RESERVE = List.of(
			"OpenStack Nova, nova/conf/compute.py, reserved_host_memory_mb: 512 MB unless set");

	public MemoryExceeded() {
		super(new RuleDescription("VCD401", "memory-exceeded", Severity.ERROR,
				"Guests ask for more memory than there is", """
				Memory that was promised twice is missing when both ask for it: the host swaps, or its kernel kills a
				guest. Memory counts one to one unless an overcommit of memory is stated; the overcommit of vCPUs does
				not count for it. A host needs some for itself: what 'reserve' states is no guest's. Where it states
				nothing, and guests of a hypervisor leave less than 512 MiB, that is an info.""", """
				Move a guest, give the host more memory, or state 'overcommit memory' if the guests never need all of
				theirs at once. State 'reserve' for what the host keeps.""", USUAL_RESERVE));
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		report(context.memoryDemands().stream().filter(demand -> !demand.requestsFit()),
				(demand, others) -> exceeded(context, demand, others), findings);
		report(context.memoryDemands().stream().filter(GuestDemand::leavesNoUsualReserve), Severity.INFO, MemoryExceeded::leaves,
				USUAL_RESERVE, findings);
	}

	private static String exceeded(RuleContext context, GuestDemand demand, String others) {
		return "%s, but its guests ask for %s%s. %s".formatted(has(demand), sum(demand, demand.requests()), others,
				remedy(context, demand, "overcommit memory", "memory"));
	}

	private static String leaves(GuestDemand demand, String others) {
		return "%s, and its guests leave %s to the host itself: they ask for %s%s. %s is the least that OpenStack keeps for a host. %s"
				.formatted(has(demand), left(demand), sum(demand, demand.requests()), others,
						Amount.of(demand.resource(), GuestDemand.USUAL_RESERVE_BYTES).label(),
						"Move a guest, or state with 'reserve' what the host keeps.");
	}

	private static String left(GuestDemand demand) {
		return demand.free().equals(Fraction.ZERO) ? "nothing" : new Amount(demand.resource(), demand.free()).label();
	}
}
