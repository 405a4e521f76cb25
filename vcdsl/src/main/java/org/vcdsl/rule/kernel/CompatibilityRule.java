package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.function.Consumer;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.Verdict;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** A rule about one kind of question of compatibility: what fails is an error and forbids deployment, what is unknown is a remark. */
abstract class CompatibilityRule implements TopologyRule {

	private final RuleDescription description;
	private final Compatibility.Kind kind;

	CompatibilityRule(RuleDescription description, Compatibility.Kind kind) {
		this.description = description;
		this.kind = kind;
	}

	@Override
	public final RuleDescription description() {
		return description;
	}

	@Override
	public final boolean forbidsDeployment() {
		return true;
	}

	@Override
	public final void check(RuleContext context, Consumer<Finding> findings) {
		context.compatibilities().stream()
				.filter(answer -> answer.kind() == kind && answer.verdict() != Verdict.RUNS)
				.map(this::finding).forEach(findings);
	}

	private Finding finding(Compatibility answer) {
		var first = answer.workloads().getFirst();
		return new Finding(id(), severity(answer.verdict()), first.source(), message(answer),
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
