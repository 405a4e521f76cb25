package org.vcdsl.rule.failure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.failure.UnstatedDependencies;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Topology;

/** What the failure model does not know, said once. */
public final class DependenciesNotStated implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD303", "dependencies-not-stated", Severity.INFO,
			"Failure model leaves out what is not stated", """
			A host without a feed counts as powered and one without an uplink as connected, since nobody said otherwise: their
			power and their network are then missing among the single points of failure, and in every availability. That may
			well be intended, so it is said once for a topology that has a service.""", """
			State the feeds with 'fed by', the switches with 'uplink' and the hosts of volumes with 'on', or accept it on the
			first site.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		var topology = context.topology();
		if (topology.services().isEmpty()) {
			return;
		}
		var unstated = UnstatedDependencies.of(topology);
		var kinds = Stream.of(kind("the power of host", unstated.hostsWithoutFeed(), "fed by"),
				kind("the power of switch", unstated.switchesWithoutFeed(), "fed by"),
				kind("the network of host", unstated.hostsWithoutUplink(), "uplink"),
				kind("where volume", unstated.volumesWithoutHosts(), "on")).flatMap(Optional::stream).toList();
		if (!kinds.isEmpty()) {
			first(topology).ifPresent(element -> findings.accept(new Finding(id(), DESCRIPTION.severity(), element.source(),
					"The failure model leaves out what nobody stated: %s.".formatted(String.join("; ", kinds)),
					List.of(element.name()), List.of())));
		}
	}

	/** For instance {@code the power of hosts 'alpha', 'beta' (no 'fed by')}. */
	private static Optional<String> kind(String what, List<String> names, String key) {
		return names.isEmpty() ? Optional.empty()
				: Optional.of("%s%s %s%s (no '%s')".formatted(what, names.size() == 1 ? "" : what.endsWith("switch") ? "es" : "s", Names.listed(names),
						!key.equals("on") ? "" : names.size() == 1 ? " stands" : " stand", key));
	}

	/** The first place, or the first host where there is none. */
	private static Optional<? extends Element> first(Topology topology) {
		return Stream.<Element>concat(topology.locations().values().stream(), topology.hosts().values().stream()).findFirst();
	}
}
