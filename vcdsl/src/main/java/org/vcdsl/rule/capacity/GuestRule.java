package org.vcdsl.rule.capacity;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.GuestDemand;
import org.vcdsl.analysis.capacity.Part;
import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Conflicts;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.VirtualMachine;

/** A rule about what guests ask of the memory or CPU of what they stand on. */
abstract class GuestRule implements TopologyRule {

	private final RuleDescription description;

	GuestRule(RuleDescription description) {
		this.description = description;
	}

	@Override
	public final RuleDescription description() {
		return description;
	}

	/** What is said of a demand. */
	@FunctionalInterface
	interface Sentence {

		/** @param others to be put behind the sum: who else it is true of */
		String of(GuestDemand demand, String others);
	}

	/** Says it of these, once for each declaration. */
	final void report(Stream<GuestDemand> demands, Sentence sentence, Consumer<Finding> findings) {
		report(demands, description.severity(), sentence, List.of(), findings);
	}

	/** Says it of these, once for each declaration. */
	final void report(Stream<GuestDemand> demands, Severity severity, Sentence sentence, List<String> sources,
			Consumer<Finding> findings) {
		Members.of(demands, GuestDemand::platform).map(members -> new Finding(id(), severity, members.first().source(),
				sentence.of(members.firstFact(), members.others()), members.subjects(), sources)).forEach(findings);
	}

	/** {@code Host 'beta' has 64 GiB of memory}. */
	static String has(GuestDemand demand) {
		return "%s '%s' has %s".formatted(kind(demand.platform()), demand.platform().name(),
				Amount.of(demand.resource(), demand.capacity()).labelOfResource());
	}

	/** {@code 97 GiB (virtual machines at 1.5:1): db 48 GiB + mail 49 GiB}. */
	static String sum(GuestDemand demand, List<Part> parts) {
		var sum = new Sum(demand.resource(), parts);
		return "%s%s: %s".formatted(sum.total(), overcommit(demand), sum.terms());
	}

	private static String overcommit(GuestDemand demand) {
		return demand.overcommit().compareTo(BigDecimal.ONE) == 0 ? ""
				: " (virtual machines at %s:1)".formatted(demand.overcommit().stripTrailingZeros().toPlainString());
	}

	private static String kind(ContainerHost platform) {
		return switch (platform) {
			case Host host -> "Host";
			case VirtualMachine vm -> "Virtual machine";
		};
	}

	/**
	 * What to do.
	 *
	 * @param overcommit the key that promises more of it
	 * @param more what a virtual machine can be given
	 */
	static String remedy(RuleContext context, GuestDemand demand, String overcommit, String more) {
		var conflict = context.conflictOver(new Obligation.Capacity(demand.resource()));
		if (conflict.isPresent()) {
			return "%s Add to what there is%s.".formatted(Conflicts.sentence(conflict.get()),
					demand.platform().hypervisor().isPresent() ? ", or set '%s'".formatted(overcommit) : "");
		}
		return switch (demand.platform()) {
			case Host host -> host.hypervisor().isPresent() ? "Move a guest or set '%s'.".formatted(overcommit) : "Move a guest.";
			case VirtualMachine vm -> "Move a guest or give it more %s.".formatted(more);
		};
	}
}
