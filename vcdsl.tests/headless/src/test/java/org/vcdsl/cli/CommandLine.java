package org.vcdsl.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.vcdsl.Project;

/** Runs {@code vcd} in this process, as from a folder, and keeps what it says. */
public final class CommandLine {

	private final Path folder;
	private final String input;

	private CommandLine(Path folder, String input) {
		this.folder = folder;
		this.input = input;
	}

	public static CommandLine in(Path folder) {
		return new CommandLine(folder.toAbsolutePath(), "");
	}

	CommandLine reading(String text) {
		return new CommandLine(folder, text);
	}

	/** The exit code, results, and what was said beside them. */
	public record Run(int exit, String out, String err) {
	}

	public Run run(String... arguments) {
		var out = new ByteArrayOutputStream();
		var err = new ByteArrayOutputStream();
		var shell = new Shell(folder, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), print(out), print(err), false,
				() -> Project.TODAY, false);
		var exit = new Vcd(shell).run(arguments);
		shell.out().flush();
		return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static PrintStream print(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}
}
