package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.Management;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Workload;

/** A hypervisor whose managers stand on it. */
public final class ManagementBootstrap implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD309", "management-bootstrap", Severity.INFO,
			"Hypervisor is managed from a machine that it carries", """
			The first virtual machine of a datacentre often runs what manages all others. The hypervisor below it has to run
			before anything manages it, and is handed over once the manager does: two stages, the first of them by hand. The same
			again after a power cut.""", """
			Let one of the managers stand on a host that it does not manage, or accept it and keep the first stage written
			down.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.management().circles().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(Management.Circle circle) {
		var platforms = circle.platforms();
		var managers = circle.managers().stream().map(Workload::name).toList();
		var isOne = platforms.size() == 1;
		return new Finding(id(), DESCRIPTION.severity(), platforms.getFirst().source(),
				"%s %s managed by %s, which %s on %s: ".formatted(Names.listed(platforms.stream().map(Element::name).toList()),
						isOne ? "is" : "are", Names.listed(managers), managers.size() == 1 ? "stands" : "stand", isOne ? "it" : "them")
						+ (isOne ? "it has to run before anything manages it and is"
								: "they have to run before anything manages them and are")
						+ " handed over afterwards, in two stages. Let a manager stand elsewhere, or accept it.",
				Stream.concat(platforms.stream(), circle.managers().stream()).map(Element::declaration).distinct().toList(), List.of());
	}
}
