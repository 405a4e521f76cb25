package org.vcdsl.rule.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.network.AddressUse;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Workload;

/** A network gives everybody in it an address. */
public final class NetworkFull implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD708", "network-full", Severity.ERROR,
			"Network has fewer addresses than members", """
			Every workload with a 'nic' on a network needs an address of it: each member of a group and each replica its own.
			Of a block of IPv4, the first address means the network and the last one everybody in it. What comes last gets none
			and does not work. A network with blocks of IPv4 and IPv6 gives one of each, so either may run out.""", """
			Give the network a larger block or one more, or move some of its members to another network.""", List.of(
					"RFC 1122, section 3.2.1.3", "RFC 3021, Using 31-Bit Prefixes on IPv4 Point-to-Point Links"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.addressUses().stream().filter(use -> !use.fits()).map(this::finding).forEach(findings);
	}

	private Finding finding(AddressUse use) {
		var declarations = use.attached().stream().collect(Collectors.groupingBy(Workload::declaration, LinkedHashMap::new,
				Collectors.counting()));
		var sum = declarations.entrySet().stream().map(group -> "%s %s".formatted(group.getKey(), group.getValue()))
				.collect(Collectors.joining(" + "));
		return new Finding(id(), DESCRIPTION.severity(), use.network().source(),
				"Network '%s' has %s usable %s addresses in %s, but %s are needed: %s. Give it a larger block.".formatted(
						use.network().name(), use.usable(), use.family().label(),
						use.blocks().stream().map(String::valueOf).collect(Collectors.joining(", ")), use.attached().size(), sum),
				Stream.concat(Stream.of(use.network().name()), declarations.keySet().stream()).toList(), List.of());
	}
}
