package org.vcdsl.backend.ansible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** A generated playbook of which nothing is left but the checks of some task files, and what these read. */
final class CheckPlaybook {

	private static final String PREFIX = "checks-of-";
	private static final YAMLMapper YAML = new YAMLMapper();

	private CheckPlaybook() {
	}

	/**
	 * Writes it beside the playbook.
	 *
	 * @param taskFiles names of some of the playbook's task files
	 * @return its file name
	 */
	static String write(Path playbook, List<String> taskFiles) throws IOException {
		var kept = YAML.createArrayNode();
		for (var taskFile : taskFiles) {
			var steps = playbook.resolveSibling("steps");
			var text = new StringBuilder("---\n");
			checksIn(steps.resolve(taskFile)).forEach(task -> text.append(withoutWaiting(task.text())));
			Files.writeString(steps.resolve(PREFIX + taskFile), text);
			kept.addAll(playsWith(playbook, taskFile));
		}
		YAML.writeValue(playbook.resolveSibling(PREFIX + playbook.getFileName()).toFile(), kept);
		return PREFIX + playbook.getFileName();
	}

	private static List<ObjectNode> playsWith(Path playbook, String taskFile) throws IOException {
		var plays = new ArrayList<ObjectNode>();
		for (var play : YAML.readTree(playbook.toFile())) {
			if (play.get("tasks").findValuesAsText("ansible.builtin.import_tasks").contains("steps/" + taskFile)) {
				((ObjectNode) play).putArray("tasks").addObject().put("name", "Check").put("ansible.builtin.import_tasks",
						"steps/" + PREFIX + taskFile);
				plays.add((ObjectNode) play);
			}
		}
		if (plays.isEmpty()) {
			throw new AssertionError("No play of " + playbook + " uses " + taskFile);
		}
		return plays;
	}

	/** Waiting for what does not come only takes time. */
	private static String withoutWaiting(String task) {
		return task.replaceAll("(?m)^  retries: \\d+$", "  retries: 1").replaceAll("(?m)^  delay: \\d+$", "  delay: 0");
	}

	private static List<CheckTask> checksIn(Path taskFile) {
		var tasks = CheckTask.allIn(taskFile);
		Set<CheckTask> needed = new LinkedHashSet<>(tasks.stream().filter(CheckTask::isCheck).toList());
		var open = new ArrayList<>(needed);
		while (!open.isEmpty()) {
			var reader = open.removeLast();
			for (var task : tasks) {
				if (reader.reads(task) && needed.add(task)) {
					open.add(task);
				}
			}
		}
		return tasks.stream().filter(needed::contains).toList();
	}
}
