package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.Verdict;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleContext;

/** Words and severities that all rules about compatibility share: what fails is an error, what is unknown is a remark. */
final class CompatibilityFindings {

	private CompatibilityFindings() {
	}

	static void report(Rule rule, Compatibility.Kind kind, RuleContext context, Consumer<Finding> findings) {
		context.compatibilities().stream()
				.filter(answer -> answer.kind() == kind && answer.verdict() != Verdict.RUNS)
				.map(answer -> finding(rule, answer)).forEach(findings);
	}

	private static Finding finding(Rule rule, Compatibility answer) {
		var first = answer.workloads().getFirst();
		return new Finding(rule.id(), severity(answer.verdict()), first.source(), message(answer),
				List.of(first.declaration(), answer.platform().name(), answer.image().name()), answer.sources());
	}

	private static Severity severity(Verdict verdict) {
		return switch (verdict) {
			case FAILS -> Severity.ERROR;
			case UNSUPPORTED, DEGRADED -> Severity.WARNING;
			case UNKNOWN, RUNS -> Severity.INFO;
		};
	}

	private static String message(Compatibility answer) {
		var count = answer.workloads().size();
		var who = "'%s'%s".formatted(answer.workloads().getFirst().declaration(),
				count == 1 ? "" : " (%s replicas)".formatted(count));
		var asks = "its image '%s' asks for '%s' (line %s)".formatted(answer.image().name(), answer.question(),
				answer.asked().line());
		return answer.verdict() == Verdict.UNKNOWN
				? "Whether %s runs on '%s' is unknown: %s, and %s.".formatted(who, answer.platform().name(), asks,
						answer.reason())
				: "%s does not run on '%s': %s, but %s.".formatted(who, answer.platform().name(), asks, answer.reason());
	}
}
