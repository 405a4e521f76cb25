package org.vcdsl.rule.network;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.network.SharedAddress;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Host;

/** Hosts that are managed at one address. */
public final class AddressConflict implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD703", "address-conflict", Severity.ERROR,
			"Several hosts have one address", """
			A host is managed at its address: the playbook reaches it there. Where two have the same, what is meant for one
			is done to the other, or to both in turn. Addresses are compared by what they mean, host names without regard
			to case.""", """
			Give each host an address of its own; declare the members of a group one by one for that.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.sharedAddresses().stream().map(this::finding).forEach(findings);
	}

	/** At the second host: the address was free until then. */
	private Finding finding(SharedAddress shared) {
		var second = shared.hosts().get(1);
		var subjects = Stream.concat(Stream.of(second), shared.hosts().stream())
				.flatMap(host -> Stream.of(host.declaration(), host.name()));
		return new Finding(id(), DESCRIPTION.severity(), second.source(), message(shared.address(), shared.hosts()),
				subjects.distinct().toList(), List.of());
	}

	private static String message(String address, List<Host> hosts) {
		var declarations = hosts.stream().map(Element::source).distinct().count();
		return "%s hosts have the address '%s': %s. Give each its own%s.".formatted(hosts.size(), address, Quoted.names(hosts),
				declarations < hosts.size() ? ", and declare the members of a group one by one for that" : "");
	}
}
