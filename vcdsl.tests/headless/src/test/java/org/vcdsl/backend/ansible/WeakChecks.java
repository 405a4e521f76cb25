package org.vcdsl.backend.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Why a check of a playbook cannot fail, or would not be heeded. */
final class WeakChecks {

	private static final String COMMAND = "ansible.builtin.command";
	private static final String STAT = "ansible.builtin.stat";
	private static final String ASSERT = "ansible.builtin.assert";

	/** Programs that succeed whatever the world is like. */
	private static final Set<String> IDLE = Set.of("true", ":", "echo", "printf", "exit", "sleep", "sh", "bash", "dash", "env");

	/** What makes a command succeed, or a condition hold, whatever comes before. */
	private static final Pattern HUSHED = Pattern.compile("\\|\\|\\s*(true|:|echo|exit 0)|;\\s*(true|:|exit 0)\\s*$");
	private static final Pattern CONSTANT = Pattern.compile("(?i)^(true|false|yes|no|\\d+)?$|\\band\\s+false\\b|\\bfalse\\s+and\\b"
			+ "|\\bor\\s+true\\b|\\btrue\\s+or\\b");

	private WeakChecks() {
	}

	/** What is wrong with a task that claims to check something; empty if it can fail. */
	static List<String> in(JsonNode task) {
		var complaints = new ArrayList<String>();
		for (var key : List.of("ignore_errors", "ignore_unreachable", "rescue", "block")) {
			if (task.has(key)) {
				complaints.add("says " + key);
			}
		}
		if (task.has("when") && CONSTANT.matcher(task.get("when").asText()).find()) {
			complaints.add("never runs, or always: when " + task.get("when").asText());
		}
		if (task.has(COMMAND)) {
			addCommand(complaints, task);
		} else if (task.has(STAT)) {
			addVerdict(complaints, task, true);
		} else if (task.has(ASSERT)) {
			addAssertion(complaints, task.get(ASSERT).path("that"));
		} else {
			complaints.add("asks nothing: neither command nor stat nor assert");
		}
		return complaints;
	}

	/** What is wrong with how a play treats those of its tasks that fail. */
	static List<String> inPlay(JsonNode play) {
		return StreamSupport.stream(List.of("ignore_errors", "ignore_unreachable", "max_fail_percentage", "force_handlers").spliterator(), false)
				.filter(play::has).map(key -> "says " + key).toList();
	}

	private static void addCommand(List<String> complaints, JsonNode task) {
		var arguments = task.get(COMMAND).path("argv");
		if (!arguments.isArray() || arguments.isEmpty()) {
			complaints.add("is no list of arguments");
			return;
		}
		var program = arguments.get(0).asText();
		if (IDLE.contains(program.substring(program.lastIndexOf('/') + 1))) {
			complaints.add("runs " + program);
		}
		arguments.forEach(argument -> {
			if (HUSHED.matcher(argument.asText()).find()) {
				complaints.add("hushes up: " + argument.asText());
			}
		});
		if (!task.path("changed_when").isBoolean() || task.path("changed_when").asBoolean()) {
			complaints.add("claims to change something");
		}
		addVerdict(complaints, task, false);
	}

	/** A command fails by its exit code unless told otherwise; looking at a file never does. */
	private static void addVerdict(List<String> complaints, JsonNode task, boolean isNeeded) {
		if (!task.has("failed_when")) {
			if (isNeeded) {
				complaints.add("has no failed_when");
			}
			return;
		}
		var verdict = task.get("failed_when").asText();
		var register = task.path("register").asText();
		if (CONSTANT.matcher(verdict.strip()).find()) {
			complaints.add("fails never, or always: " + verdict);
		} else if (register.isEmpty() || !verdict.matches("(?s).*\\b" + Pattern.quote(register) + "\\b.*")) {
			complaints.add("judges without looking: " + verdict);
		}
	}

	private static void addAssertion(List<String> complaints, JsonNode that) {
		var conditions = that.isArray() ? StreamSupport.stream(that.spliterator(), false).map(JsonNode::asText).toList()
				: List.of(that.asText());
		if (conditions.isEmpty() || conditions.stream().anyMatch(condition -> CONSTANT.matcher(condition.strip()).find())) {
			complaints.add("asserts what is always so: " + conditions);
		}
	}
}
