package org.vcdsl.rule.isolation;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.isolation.AttackPath;
import org.vcdsl.analysis.isolation.BreakOut;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.Workload;

/** Workloads that are apart by kernel, of which one reaches the other. */
public final class ApartButReachable implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD503", "apart-but-reachable", Severity.WARNING,
			"Workloads apart by kernel reach each other", """
			A constraint 'apart … by kernel' asks for kernels of their own, and is kept when they have them. That is not enough to keep an intruder
			apart: a container that breaks out has the kernel of its host, and with it the virtual machines above, and a manager there has
			the hosts that it manages. The same way leads from a crash of that kernel to both. A 'should' is an info.""", """
			Stand them on different hosts, put the container into a virtual machine of its own, or give it a stronger isolation:
			'gvisor', or 'kata' where there is a hypervisor for it.""", List.of(
					"NIST SP 800-190, Application Container Security Guide, 2017, 3.3.4 Mixing of workload sensitivity levels, "
							+ "4.5.2 Shared kernel",
					"B. Schneier, Attack Trees, Dr. Dobb's Journal, December 1999"));

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.breakOuts().stream().map(this::finding).forEach(findings);
	}

	private Finding finding(BreakOut breakOut) {
		return breakOut.certain() ? finding(breakOut, severity(breakOut.constraint().strength()), certain(breakOut))
				: finding(breakOut, Severity.INFO, unknown(breakOut));
	}

	private static Severity severity(Strength strength) {
		return switch (strength) {
			case MUST -> DESCRIPTION.severity();
			case SHOULD -> Severity.INFO;
		};
	}

	private Finding finding(BreakOut breakOut, Severity severity, String message) {
		var constraint = breakOut.constraint();
		return new Finding(id(), severity, constraint.source(), message,
				Stream.concat(breakOut.from().stream().map(Workload::declaration).distinct(), Stream.of(constraint.label())).toList(),
				List.of());
	}

	private static String certain(BreakOut breakOut) {
		return "'%s' is kept, yet a break-out from '%s' reaches '%s': %s.%s Put a virtual machine around the container, or let it stand on a host "
				.formatted(breakOut.constraint().label(), first(breakOut), target(breakOut), sentence(breakOut.path()), others(breakOut))
				+ "from which no such way leads.";
	}

	private static String unknown(BreakOut breakOut) {
		return "'%s' is kept, but whether a break-out from '%s' reaches '%s' is unknown: %s, as far as its runtime lets it.%s State 'isolation'."
				.formatted(breakOut.constraint().label(), first(breakOut), target(breakOut), sentence(breakOut.path()), others(breakOut));
	}

	private static String first(BreakOut breakOut) {
		return breakOut.from().getFirst().name();
	}

	private static String target(BreakOut breakOut) {
		return breakOut.path().steps().getLast().to();
	}

	private static String others(BreakOut breakOut) {
		var others = breakOut.from().stream().skip(1).map(Workload::name).toList();
		return others.isEmpty() ? "" : " So it is with %s.".formatted(Names.listed(others));
	}

	/** {@code 'web' shares the kernel of 'alpha', which carries 'db'}. */
	private static String sentence(AttackPath path) {
		return "'%s' ".formatted(path.steps().getFirst().from())
				+ path.steps().stream().map(step -> verb(step).formatted(step.to())).collect(Collectors.joining(", which "));
	}

	private static String verb(AttackPath.Step step) {
		return switch (step.kind()) {
			case BREAKS_OUT -> "shares the kernel of '%s'";
			case CARRIES -> "carries '%s'";
			case CONTROLS -> "manages '%s'";
		};
	}
}
