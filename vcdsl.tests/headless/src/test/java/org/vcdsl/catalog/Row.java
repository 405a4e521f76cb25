package org.vcdsl.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of a table.
 *
 * @param line in its file, from 1
 * @param cells by column, in order; empty where nothing is known
 */
record Row(String table, int line, Map<String, String> cells) {

	String get(String column) {
		var cell = cells.get(column);
		if (cell == null) {
			throw new IllegalArgumentException("%s has no column %s".formatted(table, column));
		}
		return cell;
	}

	/** The parts of a cell that holds a list. */
	List<String> list(String column) {
		return Arrays.stream(get(column).split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
	}

	/** What tells this row from the others of its table. */
	String label() {
		return switch (table) {
			case "windows-container-compat" -> String.join(" ", get("image"), "on", get("host"), get("isolation"));
			case "kernel-builds" -> String.join(" ", get("os_id"), get("kernel"));
			case "carried-features" -> String.join(" ", get("os_id"), get("feature_id"));
			case "rhel-container-compat" -> String.join(" ", get("image"), "on", get("host"));
			case "seccomp-default-profile" -> String.join(" ", get("engine"), get("syscall"));
			case "runtime-requirements" -> String.join(" ", get("component"), get("version_range"), get("scope"));
			case "libc-requirements" -> String.join(" ", get("item"), get("version"), get("kind"), get("arch"), "(line " + line + ")");
			case "container-vs-vm-figures" ->
				String.join(" ", get("metric"), get("subject"), "(line " + line + ")");
			default -> cells.values().iterator().next();
		};
	}
}
