package org.vcdsl.report;

import java.util.Collection;

import org.vcdsl.finding.Finding;
import org.vcdsl.plan.InWords;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Plan;
import org.vcdsl.plan.Step;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plan as a program reads it: {@code plan.json}, described by {@code docs/plan.schema.json}. */
public final class PlanJson {

	/** Grows when a reader of the one before would misunderstand. */
	private static final int VERSION = 1;

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final ObjectWriter WRITER = writer();

	private PlanJson() {
	}

	/** The document, ending with a line feed. */
	public static String print(PlanReport report) {
		var plan = report.plan();
		var root = NODES.objectNode();
		root.put("version", VERSION);
		root.put("topology", plan.topology());
		root.set("steps", steps(plan));
		root.set("waves", waves(plan));
		root.set("criticalPath", criticalPath(plan));
		root.set("variables", variables(report.variables()));
		root.set("manualSteps", manualSteps(report.manualSteps()));
		root.set("risks", risks(report.risks()));
		try {
			return WRITER.writeValueAsString(root) + "\n";
		} catch (JsonProcessingException impossible) {
			throw new IllegalStateException("A tree of nodes can always be written", impossible);
		}
	}

	private static ArrayNode steps(Plan plan) {
		var steps = NODES.arrayNode();
		plan.steps().forEach(step -> steps.add(json(step)));
		return steps;
	}

	private static ObjectNode json(Step step) {
		var action = step.action();
		var node = NODES.objectNode();
		node.put("id", step.id());
		node.put("action", InWords.verb(action));
		node.put("host", action.host());
		node.put("subject", action.thing().name());
		node.put("wave", step.wave());
		node.set("after", strings(step.after()));
		node.put("estimateSeconds", step.estimate().duration().toSeconds());
		node.put("estimateBasis", step.estimate().basis());
		node.put("precondition", InWords.precondition(action));
		node.put("check", InWords.check(action));
		node.put("inverse", InWords.inverse(action));
		node.put("blockedBy", step.blockedBy().orElse(null));
		return node;
	}

	private static ArrayNode waves(Plan plan) {
		var waves = NODES.arrayNode();
		plan.waves().forEach(wave -> waves.add(strings(wave.stream().map(Step::id).toList())));
		return waves;
	}

	private static ObjectNode criticalPath(Plan plan) {
		var node = NODES.objectNode();
		node.put("seconds", plan.duration().toSeconds());
		node.set("steps", strings(plan.criticalPath().stream().map(Step::id).toList()));
		return node;
	}

	private static ArrayNode variables(Collection<Variable> variables) {
		var nodes = NODES.arrayNode();
		for (var variable : variables) {
			nodes.addObject().put("name", variable.name()).put("description", variable.description())
					.put("element", variable.element());
		}
		return nodes;
	}

	private static ArrayNode manualSteps(Collection<ManualStep> steps) {
		var nodes = NODES.arrayNode();
		for (var step : steps) {
			nodes.addObject().put("step", step.step()).put("instruction", step.instruction()).put("undo", step.undo());
		}
		return nodes;
	}

	private static ArrayNode risks(Collection<Finding> findings) {
		var nodes = NODES.arrayNode();
		findings.forEach(finding -> nodes.add(json(finding)));
		return nodes;
	}

	private static ObjectNode json(Finding finding) {
		var source = finding.source();
		var node = NODES.objectNode();
		node.put("id", finding.ruleId());
		node.put("severity", finding.severity().label());
		node.put("file", source.file());
		node.put("line", source.line());
		node.put("column", source.column());
		node.put("endLine", source.endLine());
		node.put("endColumn", source.endColumn());
		node.put("message", finding.message());
		node.set("subjects", strings(finding.subjects()));
		node.set("sources", strings(finding.sources()));
		node.set("accepted", finding.accepted().<JsonNode>map(PlanJson::json)
				.orElse(NODES.nullNode()));
		return node;
	}

	private static ObjectNode json(Acceptance acceptance) {
		return NODES.objectNode().put("reason", acceptance.reason())
				.put("until", acceptance.until().map(Object::toString).orElse(null));
	}

	private static ArrayNode strings(Collection<String> strings) {
		var node = NODES.arrayNode();
		strings.forEach(node::add);
		return node;
	}

	/** Two blanks a level, line feeds on every system. */
	private static ObjectWriter writer() {
		var indenter = new DefaultIndenter("  ", "\n");
		var printer = new DefaultPrettyPrinter(
				Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
						.withObjectEmptySeparator("").withArrayEmptySeparator(""))
				.withObjectIndenter(indenter).withArrayIndenter(indenter);
		return new ObjectMapper().writer(printer);
	}
}
