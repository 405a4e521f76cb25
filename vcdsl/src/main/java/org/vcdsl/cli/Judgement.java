package org.vcdsl.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

import picocli.CommandLine.Option;

/** How findings are weighed. */
final class Judgement {

	@Option(names = "--severity", paramLabel = "ID=LEVEL", description = {
			"Weigh a rule's findings as error, warning or info. May be given several times." })
	private Map<String, Severity> severities = new LinkedHashMap<>();

	@Option(names = "--disable", paramLabel = "ID", split = ",", description = {
			"Leave a rule's findings out. Errors that keep the text from being understood always stay." })
	private List<String> disabled = new ArrayList<>();

	@Option(names = "--today", paramLabel = "DATE",
			description = "The day on which acceptances are asked whether they still hold, as 2026-01-15. Default: today.")
	private LocalDate today;

	Pipeline pipeline(Shell shell) {
		return Pipeline.on(today == null ? shell.today().get() : today);
	}

	/** Judges the sources, package by package. */
	List<Checked> check(Pipeline pipeline, List<SourceFile> sources) {
		return check(pipeline, SourceSet.parse(sources));
	}

	/** Judges what is parsed, package by package. */
	List<Checked> check(Pipeline pipeline, SourceSet sources) {
		requireRules();
		return pipeline.check(sources).stream()
				.map(checked -> checked.topology().isEmpty() ? checked
						: checked.with(weighed(checked.findings())))
				.toList();
	}

	/** Plans what was judged. */
	Optional<Planned> plan(Pipeline pipeline, Checked checked) {
		return pipeline.plan(checked).map(planned -> new Planned(planned.topology(), planned.plan(), planned.variables(),
				weighed(planned.findings()), planned.artifacts()));
	}

	/** The findings as the options want them. */
	private List<Finding> weighed(List<Finding> findings) {
		return findings.stream().filter(finding -> !disabled.contains(finding.ruleId()))
				.map(finding -> finding.weighedAs(severities.getOrDefault(finding.ruleId(), finding.severity()))).toList();
	}

	private void requireRules() {
		severities.keySet().forEach(RuleIds::byId);
		disabled.forEach(RuleIds::byId);
	}
}
