package org.vcdsl.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.companion.Companions;
import org.vcdsl.companion.Configuration;
import org.vcdsl.companion.RuleIds;
import org.vcdsl.companion.Weights;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.SourceSet;

import picocli.CommandLine.Option;

/** How findings are weighed. */
final class Judgement {

	@Option(names = "--severity", paramLabel = "ID=LEVEL", description = {
			"Weigh a rule's findings as error, warning or info. May be given several times." })
	private Map<String, Severity> severities = new LinkedHashMap<>();

	@Option(names = "--disable", paramLabel = "ID", split = ",", completionCandidates = CompletionCommand.Rules.class, description = {
			"Leave a rule's findings out. Errors that keep the text from being understood always stay." })
	private List<String> disabled = new ArrayList<>();

	@Option(names = "--today", paramLabel = "DATE",
			description = "The day on which acceptances are asked whether they still hold, as 2026-01-15. Default: today.")
	private LocalDate today;

	Pipeline pipeline(Shell shell) {
		return Pipeline.on(today == null ? shell.today().get() : today);
	}

	/** Judges the sources, package by package. */
	List<Checked> check(Pipeline pipeline, Inputs.Read read) {
		return check(pipeline, SourceSet.parse(read.sources()), read.companions());
	}

	/** Judges what is parsed, package by package. */
	List<Checked> check(Pipeline pipeline, SourceSet sources, Companions companions) {
		requireRules();
		return companions.check(pipeline, sources, weights());
	}

	/** Plans what was judged. */
	Optional<Planned> plan(Pipeline pipeline, Checked checked, Companions companions) {
		return companions.plan(pipeline, checked, weights());
	}

	/** Whether a rule's findings in a file are left in; to weigh a rule on the command line asks it, whatever a configuration says. */
	boolean isAsked(String ruleId, Configuration configuration) {
		return weights().over(configuration.weights()).ask(ruleId);
	}

	private Weights weights() {
		return new Weights(severities, Set.copyOf(disabled));
	}

	private void requireRules() {
		severities.keySet().forEach(RuleIds::byId);
		disabled.forEach(RuleIds::byId);
	}
}
