package org.vcdsl.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.analysis.placement.Placed;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Change.TakeOutOfList;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Topology;

/** Asks all rules about a topology. */
public final class RuleEngine {

	/** What these rules find is not known before artefacts are made, so neither is whether they are accepted in vain. */
	private static final String ABOUT_ARTIFACTS = "VCD8";

	private final List<TopologyRule> rules;

	/** With the rules given, in this order. */
	public RuleEngine(List<TopologyRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/**
	 * Everything the rules find and everything found before, in reading order; accepted findings stay in, marked.
	 *
	 * @param catalogue what is known of the things the topology names
	 * @param earlier what resolving found
	 * @param today the day on which it is asked what still holds
	 */
	public List<Finding> judge(Placed placed, Catalogue catalogue, List<Finding> earlier, LocalDate today) {
		var topology = placed.topology();
		var acceptances = new Acceptances(topology.acceptances(), today);
		var context = new RuleContext(placed, catalogue, today, acceptances);
		var findings = new ArrayList<Finding>();
		earlier.forEach(finding -> findings.add(accepted(finding, acceptances)));
		rules.forEach(rule -> rule.check(context, finding -> findings.add(accepted(finding, acceptances))));
		var remarks = topology.acceptances().stream().flatMap(acceptance -> remarks(acceptance, acceptances));
		return Stream.concat(findings.stream(), remarks).sorted(Finding.READING_ORDER).toList();
	}

	/** What backends found, accepted where somebody did, in reading order. */
	public static List<Finding> judgeArtifacts(Topology topology, List<Finding> found, LocalDate today) {
		var acceptances = new Acceptances(topology.acceptances(), today);
		return found.stream().map(finding -> accepted(finding, acceptances)).sorted(Finding.READING_ORDER).toList();
	}

	private static Finding accepted(Finding finding, Acceptances acceptances) {
		return finding.accepted().isPresent() ? finding
				: acceptances.of(finding.ruleId(), finding.subjects()).map(finding::acceptedBy).orElse(finding);
	}

	private Stream<Finding> remarks(Acceptance acceptance, Acceptances acceptances) {
		if (RuleCatalogue.byId(acceptance.ruleId()).isEmpty()) {
			return Stream.of(finding("VCD106", Severity.ERROR, acceptance,
					"There is no rule '%s'. 'vcd explain' lists the rules.".formatted(acceptance.ruleId())));
		}
		if (acceptance.ruleId().startsWith(ABOUT_ARTIFACTS)) {
			return Stream.empty();
		}
		var unmatched = acceptances.unmatchedSubjects(acceptance);
		if (!acceptances.matched(acceptance)) {
			return Stream.of(finding("VCD106", Severity.WARNING, acceptance,
					"No finding of %s is about '%s'%s: this accepts nothing. Take it away.".formatted(acceptance.ruleId(),
							acceptance.element().text(),
							unmatched.isEmpty() ? "" : " and " + String.join(", ", unmatched)))
					.fixedBy("Take the '@accept' away", new TakeAway(acceptance.source())));
		}
		if (!unmatched.isEmpty()) {
			return Stream.of(finding("VCD106", Severity.WARNING, acceptance,
					"No finding of %s is about '%s' and %s: take %s out of the list.".formatted(acceptance.ruleId(),
							acceptance.element().text(), String.join(", ", unmatched), unmatched.size() == 1 ? "it" : "them"))
					.fixedBy("Take %s out of the list".formatted(String.join(", ", unmatched)),
							new TakeOutOfList(acceptance.source(), unmatched)));
		}
		if (acceptances.isExpired(acceptance)) {
			return Stream.of(finding("VCD107", Severity.WARNING, acceptance,
					"This was accepted until %s. Decide again: mend what it silenced, or set a new date."
							.formatted(acceptance.until().orElseThrow())));
		}
		return Stream.empty();
	}

	private static Finding finding(String ruleId, Severity severity, Acceptance acceptance, String message) {
		return new Finding(ruleId, severity, acceptance.source(), message, List.of(acceptance.element().text()), List.of());
	}
}
