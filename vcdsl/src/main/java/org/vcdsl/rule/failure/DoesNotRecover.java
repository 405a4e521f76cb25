package org.vcdsl.rule.failure;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.Obligation;
import org.vcdsl.analysis.recovery.Outcome;
import org.vcdsl.analysis.recovery.RecoveryAnswer;
import org.vcdsl.analysis.recovery.RecoveryAnswer.Case;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Names;

/** A workload that is to come back by itself and does not. */
public final class DoesNotRecover implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD311", "does-not-recover", Severity.WARNING,
			"Workload does not come back after the loss of its host", """
			Who says 'recover auto' counts on a manager that starts a workload elsewhere when its host is lost. That takes one that is
			up then: it manages the hypervisors of both hosts ('managed by'), or is the orchestrator of a cluster with enough of
			its control plane. It takes disks that are on shared volumes which still serve. And it takes a place: of what the workload may
			stand on, something that is up and suits it, where all that recovers with it fits while every 'must' is kept and all
			others stay where they are. For each host that carries such workloads that is proved by a placement, refuted, or left
			open, which is said. Nothing else is counted on to come back.""", """
			Give it what is missing: a manager, a shared volume, more to stand on, room. Or say 'recover manual'.""");

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.recoveryAnswers().stream().flatMap(this::findings).forEach(findings);
	}

	private Stream<Finding> findings(RecoveryAnswer answer) {
		return Stream.concat(answer.refuted().stream().limit(1).map(first -> finding(answer, first, DESCRIPTION.severity(), answer.refuted())),
				answer.open().stream().limit(1).map(first -> finding(answer, first, Severity.INFO, answer.open())));
	}

	private Finding finding(RecoveryAnswer answer, Case first, Severity severity, List<Case> all) {
		var declaration = answer.members().getFirst();
		var host = first.loss().element();
		return new Finding(id(), severity, declaration.source(), message(first, host) + counted(answer, all),
				List.of(declaration.declaration(), host), List.of());
	}

	private static String message(Case first, String host) {
		var name = first.workload().name();
		return switch (first.outcome()) {
			case Outcome.ComesBack back -> "'%s' comes back on '%s' when '%s' is lost.".formatted(name, back.platform(), host);
			case Outcome.StaysDown down -> "'%s' does not come back when '%s' is lost, although it says 'recover auto': %s."
					.formatted(name, host, down.reason());
			case Outcome.NotAll not -> "Not all of %s come back when '%s' is lost, although they say 'recover auto': no placement keeps %s."
					.formatted(Names.listed(not.group()), host, Obligation.labels(not.contradicting()));
			case Outcome.Unknown unknown -> "Whether '%s' comes back when '%s' is lost is not known: %s.".formatted(name, host, unknown.reason());
		};
	}

	/** {@code  So it is with 2 of the 3 members of 'db', each without its host.} */
	private static String counted(RecoveryAnswer answer, List<Case> all) {
		return answer.members().size() == 1 ? ""
				: " It is so, for this or another reason, with %s of the %s members of '%s' when they lose their host.".formatted(all.size(), answer.members().size(),
						answer.members().getFirst().declaration());
	}
}
