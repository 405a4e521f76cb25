package org.vcdsl.backend.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A task of a task file, as it stands there.
 *
 * @param file name of the task file
 */
record CheckTask(String file, String text, JsonNode task) {

	private static final YAMLMapper YAML = new YAMLMapper();

	/** All tasks of a file, checks or not. */
	static List<CheckTask> allIn(Path file) {
		try {
			return Stream.of(Files.readString(file).split("(?m)^(?=- name: )")).skip(1)
					.map(text -> new CheckTask(file.getFileName().toString(), text, parse(text))).toList();
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		}
	}

	private static JsonNode parse(String text) {
		try {
			return YAML.readTree(text).get(0);
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		}
	}

	String name() {
		return task.get("name").asText();
	}

	/** Whether it says that it looks for a post-condition. */
	boolean isCheck() {
		return name().startsWith("Check that ");
	}

	/** Whether it judges what it saw, as only checks do. */
	boolean judges() {
		return task.has("until") || task.has("failed_when") && !task.get("failed_when").asText().equals("false");
	}

	/** Whether it reads what another task has registered. */
	boolean reads(CheckTask other) {
		return other.task.has("register") && text.matches("(?s).*\\b" + other.task.get("register").asText() + "\\b.*");
	}
}
