package org.vcdsl.rule.isolation;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.isolation.PrivilegedReach;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;

/** A privileged container whose kernel has other workloads in its hands. */
public final class PrivilegedSharesKernel implements TopologyRule {

	private static final String KATA = "Kata Containers documentation, Privileged Kata Containers";

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD501", "privileged-shares-kernel", Severity.WARNING,
			"Privileged container shares its kernel with others", """
			A privileged container has no boundary left to its kernel: its root is root there, and sees its devices. Whoever takes
			it over has no need to break out, and holds what runs on the kernel, shares it, or is managed from there. Agents that
			serve a whole host may need it; what serves users seldom does. Where an isolation stands beside 'privileged', settings of its
			runtime decide, which nobody stated: that is unknown, an info.""", """
			Take 'privileged' away and grant what is needed one by one, give the container a host or a virtual machine of its own, or
			accept it.""", List.of(
					"NIST SP 800-190, Application Container Security Guide, 2017, 3.4.3 Insecure container runtime configurations",
					"Kubernetes documentation, Pod Security Standards, https://kubernetes.io/docs/concepts/security/pod-security-standards/",
					"LXC documentation, Security, https://linuxcontainers.org/lxc/security/", KATA));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.privilegedReaches().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(PrivilegedReach reach) {
		return reach.certain() ? finding(reach, DESCRIPTION.severity(), certain(reach), List.of())
				: finding(reach, Severity.INFO, unknown(reach), List.of(KATA));
	}

	private Finding finding(PrivilegedReach reach, Severity severity, String message, List<String> sources) {
		var first = reach.members().getFirst();
		return new Finding(id(), severity, first.source(), message,
				Stream.concat(Stream.of(first.declaration()), reach.kernels().stream().map(Element::name)).toList(), sources);
	}

	private static String certain(PrivilegedReach reach) {
		return "%s is privileged: its root is root on the kernel of %s, and so has %s in its hands. Take 'privileged' away, give it a host or "
				.formatted(subject(reach), kernels(reach), reached(reach)) + "a virtual machine of its own, or accept it.";
	}

	private static String unknown(PrivilegedReach reach) {
		return "Whether the root of privileged %s gets at the kernel of %s, and so at %s, is unknown: its runtime decides which devices of the "
				.formatted(Names.listed(names(reach.members())), kernels(reach), reached(reach))
				+ "host it is given. Take 'privileged' away, or accept it.";
	}

	private static String subject(PrivilegedReach reach) {
		return (reach.members().size() == 1 ? "" : "Each of ") + Names.listed(names(reach.members()));
	}

	private static String kernels(PrivilegedReach reach) {
		return (reach.kernels().size() == 1 ? "" : "one of ") + Names.listed(names(reach.kernels()));
	}

	/** {@code 2 other workloads ('web', 'db'; service 'shop')}. */
	private static String reached(PrivilegedReach reach) {
		var count = reach.others().size();
		return "%s other workload%s (%s%s)".formatted(count, count == 1 ? "" : "s", Names.listed(names(reach.others())), services(reach));
	}

	private static String services(PrivilegedReach reach) {
		var names = names(reach.services());
		return names.isEmpty() ? "" : "; service%s %s".formatted(names.size() == 1 ? "" : "s", Names.listed(names));
	}

	private static List<String> names(List<? extends Element> elements) {
		return elements.stream().map(Element::name).toList();
	}
}
