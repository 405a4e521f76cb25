package org.vcdsl.rule.kernel;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.kernel.Compatibility;
import org.vcdsl.analysis.kernel.Verdict;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;

/** A rule about some kinds of questions of compatibility: what fails is an error and forbids deployment, what is unknown is a remark. */
abstract class CompatibilityRule implements TopologyRule {

	private final RuleDescription description;
	private final Set<Compatibility.Kind> kinds;

	CompatibilityRule(RuleDescription description, Compatibility.Kind... kinds) {
		this.description = description;
		this.kinds = Set.of(kinds);
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
				.filter(answer -> kinds.contains(answer.kind()) && answer.verdict() != Verdict.RUNS)
				.map(this::finding).forEach(findings);
	}

	private Finding finding(Compatibility answer) {
		var first = answer.workloads().getFirst();
		return new Finding(id(), severity(answer.verdict()), first.source(), message(answer),
				Stream.concat(Stream.of(first.declaration(), answer.asker(), answer.platform().name()), answer.image().stream()).distinct()
						.toList(),
				answer.sources());
	}

	/** Where it is asked: in another file, perhaps one of the catalogue, the line alone would mislead. */
	private static String place(Compatibility answer) {
		var asked = answer.asked();
		return (asked.file().equals(answer.workloads().getFirst().source().file()) ? "" : asked.file() + ", ") + "line " + asked.line();
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
		var who = "'%s'%s".formatted(answer.asker(),
				count == 1 ? "" : " (%s replicas)".formatted(count));
		var asks = "%s '%s' (%s)".formatted(answer.image().map("its image '%s' asks for"::formatted).orElse("it asks for"),
				answer.question(), place(answer));
		return answer.verdict() == Verdict.UNKNOWN
				? "Whether %s runs on '%s' is unknown: %s, and %s.".formatted(who, answer.platform().name(), asks,
						answer.reason())
				: "%s does not run on '%s': %s, but %s.".formatted(who, answer.platform().name(), asks, answer.reason());
	}
}
