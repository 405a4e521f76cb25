package org.vcdsl.rule.isolation;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.isolation.ExposedManager;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Workload;

/** A manager above a kernel that other containers share. */
public final class BreakOutReachesManagement implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD502", "break-out-reaches-management", Severity.WARNING,
			"Break-out from a container reaches what manages others", """
			A container is kept from its kernel by that kernel. One flaw, and an intruder holds all that stands on it; where a manager of
			hypervisors or a member of a Kubernetes control plane is among this, whatever it manages follows, on other hosts, too. Containers
			behind 'isolation gvisor' and stronger are not counted, nor are those that manage something themselves.""", """
			Let the manager stand on a host or in a virtual machine whose kernel no such container shares, or give the containers a
			stronger isolation: 'gvisor', or 'kata' where there is a hypervisor for it.""", List.of(
					"NIST SP 800-190, Application Container Security Guide, 2017, 3.3.4 Mixing of workload sensitivity levels, "
							+ "4.5.2 Shared kernel",
					"NIST SP 800-125, Guide to Security for Full Virtualization Technologies, 2011, 4.1 Hypervisor Security",
					"Kubernetes documentation, Operating etcd clusters for Kubernetes, Securing etcd clusters"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.exposedManagers().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(ExposedManager exposed) {
		return exposed.certain() ? finding(exposed, DESCRIPTION.severity(), certain(exposed))
				: finding(exposed, Severity.INFO, unknown(exposed));
	}

	private Finding finding(ExposedManager exposed, Severity severity, String message) {
		var first = exposed.members().getFirst();
		return new Finding(id(), severity, first.source(), message,
				Stream.concat(Stream.of(first.declaration()), exposed.entrances().stream().map(Workload::declaration)).distinct().toList(),
				List.of());
	}

	private static String certain(ExposedManager exposed) {
		return "A break-out from %s reaches %s. Let %s stand where no such container shares a kernel below, or accept it."
				.formatted(through(exposed), reached(exposed), Names.listed(names(exposed.members())));
	}

	private static String unknown(ExposedManager exposed) {
		return "Whether a break-out from %s reaches %s is unknown: what isolates it is left to its runtime. State 'isolation'."
				.formatted(through(exposed), reached(exposed));
	}

	private static String through(ExposedManager exposed) {
		return "%s to the kernel of %s".formatted(Names.listed(names(exposed.entrances())), Names.listed(names(exposed.kernels())));
	}

	/** {@code 'boss', and by way of management 2 hosts and 12 workloads elsewhere}. */
	private static String reached(ExposedManager exposed) {
		var managed = Stream.of(counted(exposed.managed().hosts(), "host"), counted(exposed.managed().workloads().size(), "workload"))
				.filter(part -> !part.isEmpty()).collect(Collectors.joining(" and "));
		return Names.listed(names(exposed.members())) + (managed.isEmpty() ? "" : ", and by way of management %s elsewhere".formatted(managed));
	}

	/** {@code 2 hosts}; nothing of none. */
	private static String counted(int count, String thing) {
		return count == 0 ? "" : "%s %s%s".formatted(count, thing, count == 1 ? "" : "s");
	}

	private static List<String> names(List<? extends Element> elements) {
		return elements.stream().map(Element::name).toList();
	}
}
