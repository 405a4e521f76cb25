package org.vcdsl.backend.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.vcdsl.backend.Artifact;

/**
 * How a kind of step is carried out and taken back, in the order in which a wave carries them out.
 *
 * <p>Each has a task file of its name among the resources, and another unless there is nothing to take back. They read their steps from
 * a variable of the same name, which maps a host to a list.
 */
enum TaskFile {
	REQUIRE_BRIDGE("Require bridges"),
	REQUIRE_PASSAGE("Require that docker lets bridges carry"),
	DEFINE_BRIDGED_NETWORK("Define networks of virtual machines", "Remove networks of virtual machines"),
	DEFINE_CONTAINER_NETWORK("Define networks of containers", "Remove networks of containers"),
	CREATE_VOLUME("Create volumes", "Delete volumes"),
	CREATE_FOLDER("Create volumes that are folders", "Delete volumes that are folders"),
	DEFINE_VM("Define virtual machines", "Undefine virtual machines"),
	START_VM("Start virtual machines", "Shut virtual machines down"),
	START_CONTAINER("Start containers", "Stop and remove containers"),
	START_SYSTEM_CONTAINER("Start system containers", "Stop and remove system containers");

	private static final String REQUIRE_HOST = "require-host.yaml";

	private final String title;
	private final Optional<String> undoTitle;

	TaskFile(String title) {
		this.title = title;
		this.undoTitle = Optional.empty();
	}

	TaskFile(String title, String undoTitle) {
		this.title = title;
		this.undoTitle = Optional.of(undoTitle);
	}

	/** What the tasks do, as the head of the import says it. */
	String title(boolean undo) {
		return undo ? undoTitle.orElseThrow() : title;
	}

	/** Whether it makes something that can be taken back. */
	boolean canBeUndone() {
		return undoTitle.isPresent();
	}

	/** The variable that holds the steps. */
	String variable() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The file, relative to the playbooks. */
	String path(boolean undo) {
		return "steps/" + fileName(undo);
	}

	/** The file that every wave begins with, relative to the playbooks. */
	static String requireHostPath() {
		return "steps/" + REQUIRE_HOST;
	}

	/** All task files. */
	static List<Artifact> artifacts() {
		return Stream.concat(Stream.of(REQUIRE_HOST),
				Arrays.stream(values()).flatMap(TaskFile::fileNames))
				.map(name -> new Artifact("ansible/steps/" + name, textOf(name))).toList();
	}

	private Stream<String> fileNames() {
		return canBeUndone() ? Stream.of(fileName(false), fileName(true)) : Stream.of(fileName(false));
	}

	private String fileName(boolean undo) {
		return (undo ? "undo-" : "") + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
	}

	private static String textOf(String name) {
		try (var resource = TaskFile.class.getResourceAsStream("steps/" + name)) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException cause) {
			throw new UncheckedIOException(cause);
		}
	}
}
