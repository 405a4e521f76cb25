package org.vcdsl.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.vcdsl.finding.Finding;
import org.vcdsl.plan.InWords;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Acceptance;

/** A plan as a change board reads it: {@code plan.md}. */
public final class PlanMarkdown {

	private PlanMarkdown() {
	}

	/** The document, ending with a line feed. */
	public static String print(PlanReport report) {
		return new PlanPageTemplate().print(page(report));
	}

	/** All texts of the page, escaped; the template only puts them in their places. */
	record PlanPage(String topology, int steps, String duration, List<Line> blocked, List<Wave> waves, List<Line> criticalPath,
			List<Input> variables, List<Manual> manualSteps, List<Risk> risks, List<Risk> acceptedRisks, List<String> estimates) {
	}

	/** One wave; {@code duration} is that of its slowest step. */
	record Wave(int number, String duration, List<Line> lines) {
	}

	/** One step, in the cells that the tables show. */
	record Line(String id, String action, String precondition, String check, String inverse, String duration, String blockedBy) {
	}

	/** One variable. */
	record Input(String name, String description, String element) {
	}

	/** One step that a person does. */
	record Manual(String step, String instruction, String undo) {
	}

	/** One finding; who accepted it why and how long is empty for a risk that nobody accepted. */
	record Risk(String severity, String ruleId, String place, String message, String reason, String until) {
	}

	private static PlanPage page(PlanReport report) {
		var plan = report.plan();
		var waves = plan.waves();
		return new PlanPage(Markdown.escape(plan.topology()), plan.steps().size(), words(plan.duration()), lines(plan.blocked()),
				IntStream.range(0, waves.size()).mapToObj(i -> wave(i + 1, waves.get(i))).toList(), lines(plan.criticalPath()),
				report.variables().stream().map(PlanMarkdown::input).toList(),
				report.manualSteps().stream().map(PlanMarkdown::manual).toList(),
				report.risks().stream().filter(risk -> risk.accepted().isEmpty()).map(PlanMarkdown::risk).toList(),
				report.risks().stream().filter(risk -> risk.accepted().isPresent()).map(PlanMarkdown::risk).toList(),
				plan.steps().stream().map(PlanMarkdown::estimate).distinct().toList());
	}

	private static Wave wave(int number, List<Step> steps) {
		var slowest = steps.stream().map(step -> step.estimate().duration()).max(Duration::compareTo).orElseThrow();
		return new Wave(number, words(slowest), lines(steps));
	}

	private static List<Line> lines(List<Step> steps) {
		return steps.stream().map(PlanMarkdown::line).toList();
	}

	private static Line line(Step step) {
		var action = step.action();
		return new Line(Markdown.escape(step.id()), Markdown.escape(InWords.action(action)),
				Markdown.escape(InWords.precondition(action)), Markdown.escape(InWords.check(action)),
				Markdown.escape(InWords.inverse(action)), words(step.estimate().duration()),
				Markdown.escape(step.blockedBy().orElse("")));
	}

	private static Input input(Variable variable) {
		return new Input(Markdown.escape(variable.name()), Markdown.escape(variable.description()),
				Markdown.escape(variable.element()));
	}

	private static Manual manual(ManualStep step) {
		return new Manual(Markdown.escape(step.step()), Markdown.escape(step.instruction()), Markdown.escape(step.undo()));
	}

	private static Risk risk(Finding finding) {
		var source = finding.source();
		return new Risk(finding.severity().label(), Markdown.escape(finding.ruleId()),
				Markdown.escape(source.file() + ":" + source.line()), Markdown.escape(finding.message()),
				Markdown.escape(finding.accepted().map(Acceptance::reason).orElse("")),
				finding.accepted().map(acceptance -> acceptance.until().map(Object::toString).orElse("for ever")).orElse(""));
	}

	private static String estimate(Step step) {
		return Markdown.escape(InWords.verb(step.action()) + ": " + words(step.estimate().duration()) + ". " + step.estimate().basis());
	}

	/** {@code 2 min 5 s}. */
	private static String words(Duration duration) {
		var minutes = duration.toMinutes() > 0 ? duration.toMinutes() + " min" : "";
		var seconds = duration.toSecondsPart() > 0 || minutes.isEmpty() ? duration.toSecondsPart() + " s" : "";
		return (minutes + " " + seconds).strip();
	}
}
