package org.vcdsl.rule.capacity;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.capacity.MemoryUse;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.ContainerHost;
import org.vcdsl.topology.Host;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

/** Requests of all guests against the memory of what they stand on. */
public final class MemoryExceeded implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD401", "memory-exceeded", Severity.ERROR,
			"Guests ask for more memory than there is", """
			Memory that was promised twice is missing when both ask for it: the host swaps, or its kernel kills a
			guest. Memory counts one to one unless an overcommit of memory is stated; the overcommit of vCPUs does
			not count for it.""", """
			Move a guest, give the host more memory, or state 'overcommit memory' if the guests never need all of
			theirs at once.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.memoryUses().stream().filter(use -> !use.fits())
				.map(use -> new Finding(id(), DESCRIPTION.severity(), use.platform().source(), message(use),
						List.of(use.platform().name()), List.of()))
				.forEach(findings);
	}

	private static String message(MemoryUse use) {
		return "%s '%s' has %s of memory, but its guests ask for %s: %s. %s".formatted(kind(use.platform()),
				use.platform().name(), Bytes.label(use.capacityBytes()),
				Bytes.label(use.containerBytes() + use.virtualMachineBytes()) + overcommit(use), sum(use.guests()),
				remedy(use.platform()));
	}

	private static String overcommit(MemoryUse use) {
		return use.overcommit().compareTo(BigDecimal.ONE) == 0 ? ""
				: " (virtual machines at %s:1)".formatted(use.overcommit().stripTrailingZeros().toPlainString());
	}

	/** {@code db 48 GiB + web 2 x 1 GiB}: replicas of one declaration counted together. */
	private static String sum(List<Workload> guests) {
		return guests.stream().collect(Collectors.groupingBy(Workload::declaration, LinkedHashMap::new,
				Collectors.toList())).entrySet().stream().map(group -> "%s %s%s".formatted(group.getKey(),
						group.getValue().size() == 1 ? "" : group.getValue().size() + " x ",
						Bytes.label(group.getValue().getFirst().memoryBytes().orElseThrow().request())))
				.collect(Collectors.joining(" + "));
	}

	private static String kind(ContainerHost platform) {
		return switch (platform) {
			case Host host -> "Host";
			case VirtualMachine vm -> "Virtual machine";
		};
	}

	private static String remedy(ContainerHost platform) {
		return switch (platform) {
			case Host host -> host.hypervisor().isPresent() ? "Move a guest or set 'overcommit memory'." : "Move a guest.";
			case VirtualMachine vm -> "Move a guest or give it more memory.";
		};
	}
}
