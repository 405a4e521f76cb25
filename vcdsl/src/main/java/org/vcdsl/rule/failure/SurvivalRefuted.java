package org.vcdsl.rule.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.vcdsl.analysis.failure.SurvivalAnswer;
import org.vcdsl.analysis.recovery.Loss;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.RuleContext;
import org.vcdsl.rule.RuleDescription;
import org.vcdsl.rule.TopologyRule;
import org.vcdsl.topology.Service;

/** A service that does not survive what it is meant to. */
public final class SurvivalRefuted implements TopologyRule {

	private static final RuleDescription DESCRIPTION = new RuleDescription("VCD304", "survival-refuted", Severity.ERROR,
			"Service does not survive a loss it is meant to survive", """
			A service states with 'survive' what may be lost without it going down. That is proven for every failure
			domain of the kind, or refuted by one that takes the service with it. Where the service rests on something of which
			nobody stated where it stands, it is neither; nor where it rests on pods that Kubernetes places and that no hard constraint keeps
			apart.""", """
			Give the service members outside of the failure domain that is named, state where its volumes stand, or write the
			constraint that the message names.""", List.of(
					"W. E. Vesely et al., Fault Tree Handbook, NUREG-0492, 1981"));

	private static final int NAMED = 5;

	@Override
	public RuleDescription description() {
		return DESCRIPTION;
	}

	@Override
	public void check(RuleContext context, Consumer<Finding> findings) {
		context.survivalAnswers().stream().flatMap(answer -> finding(answer, context).stream()).forEach(findings);
	}

	private Optional<Finding> finding(SurvivalAnswer answer, RuleContext context) {
		var service = answer.service().name();
		var loss = label(answer.goal());
		return switch (answer.verdict()) {
			case PROVEN, DOWN_ANYWAY -> Optional.empty();
			case REFUTED -> Optional.of(finding(answer, DESCRIPTION.severity(),
					"'%s' does not survive the loss of %s: it is down without %s.".formatted(service, loss, names(answer.elements(), "or"))
							+ recovered(answer, context)));
			case UNSTATED -> Optional.of(finding(answer, Severity.INFO,
					"That '%s' survives the loss of %s is not proven: nobody stated the %s of %s.".formatted(service, loss,
							answer.goal().losses().getFirst().domain().label(), names(answer.elements(), "and"))));
			case UNDEVELOPED -> Optional.of(finding(answer, Severity.INFO,
					"That '%s' survives the loss of %s is not proven: it rests on %s, and nobody stated where that stands. State where its "
							.formatted(service, loss, names(answer.elements(), "and")) + "replicas stand, as in 'on kvm[1..3]'."));
			case LEFT_TO_SCHEDULER -> Optional.of(finding(answer, Severity.INFO,
					"That '%s' survives the loss of %s is not proven: Kubernetes places %s, and nothing that it is told keeps enough of them apart."
							.formatted(service, loss, names(answer.elements(), "and")) + missing(answer, context)));
			case NOT_SINGLE -> Optional.of(finding(answer, Severity.INFO,
					"Whether '%s' survives the loss of %s is not judged by this version: it judges the loss of one failure domain at a time."
							.formatted(service, loss)));
		};
	}

	/** The constraints with which it would be proven, where there are any. */
	private static String missing(SurvivalAnswer answer, RuleContext context) {
		var missing = context.scheduling().missing(answer).stream().map(constraint -> "'" + constraint.label() + "'").toList();
		return missing.isEmpty() ? "" : " Add %s to 'rules'.".formatted(String.join(" and ", missing));
	}

	/** Of those that are named: without which it comes back. */
	private static String recovered(SurvivalAnswer answer, RuleContext context) {
		var domain = answer.goal().losses().getFirst().domain();
		var back = answer.elements().stream().limit(NAMED).filter(element -> Loss.of(domain, element)
				.filter(loss -> context.aftermaths().bringBack(answer.service(), loss)).isPresent()).toList();
		return back.isEmpty() ? "" : " That is at once: after recovery it is up again without %s.".formatted(names(back, "or"));
	}

	private Finding finding(SurvivalAnswer answer, Severity severity, String message) {
		var subjects = new ArrayList<>(List.of(answer.service().name()));
		subjects.addAll(answer.elements());
		return new Finding(id(), severity, answer.goal().source(), message, subjects, List.of());
	}

	private static String label(Service.Survival goal) {
		return goal.losses().stream().map(loss -> loss.count() + " " + loss.domain().label()).collect(Collectors.joining(" and "));
	}

	private static String names(List<String> names, String conjunction) {
		var shown = names.stream().limit(NAMED).collect(Collectors.joining("', '", "'", "'"));
		return names.size() > NAMED ? shown + " %s %s more".formatted(conjunction, names.size() - NAMED)
				: shown.replaceFirst("', '(?=[^,]*$)", "' " + conjunction + " '");
	}
}
