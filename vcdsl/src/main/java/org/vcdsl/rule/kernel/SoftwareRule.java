package org.vcdsl.rule.kernel;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.SoftwareFit;
import org.vcdsl.finding.Finding;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;

/** A rule about some kinds of software and what they need of the system they run on. */
abstract class SoftwareRule implements TopologyRule {


	private final RuleDescription description;
	private final Set<SoftwareFit.Kind> kinds;

	SoftwareRule(RuleDescription description, SoftwareFit.Kind... kinds) {
		this.description = description;
		this.kinds = Set.of(kinds);
	}

	@Override
	public final RuleDescription description() {
		return description;
	}

	@Override
	public final void check(RuleContext context, Consumer<Finding> findings) {
		context.softwareFits().stream().filter(fit -> kinds.contains(fit.kind())).map(this::finding).forEach(findings);
	}

	private Finding finding(SoftwareFit fit) {
		var first = fit.users().getFirst();
		var subjects = Stream.concat(Stream.of(first.declaration()), fit.users().stream().map(Element::name)).distinct().toList();
		return new Finding(id(), Severities.of(fit.answer().verdict()), first.source(), message(fit), subjects, fit.answer().sources());
	}

	private static String message(SoftwareFit fit) {
		var where = Names.few(fit.users());
		var why = fit.answer().reason();
		return switch (fit.answer().verdict()) {
			case UNKNOWN, RUNS -> "Whether %s works with %s is unknown: %s.".formatted(fit.software(), where, why);
			case DEGRADED -> "%s works with %s, but not as it should: %s.".formatted(fit.software(), where, why);
			case UNSUPPORTED -> "%s is not supported with %s: %s.".formatted(fit.software(), where, why);
			case FAILS -> "%s does not work with %s: %s.".formatted(fit.software(), where, why);
		};
	}
}
