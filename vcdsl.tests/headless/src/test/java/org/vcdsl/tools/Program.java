package org.vcdsl.tools;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command and the environment it runs in; nothing of the caller's environment reaches it but the search path.
 *
 * @param command program and first arguments
 * @param environment variables beside {@code PATH}, {@code HOME} and the locale
 * @param timeout how long it may take
 */
public record Program(List<String> command, Map<String, String> environment, Duration timeout) {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);

	public Program {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/** One that may take 90 s. */
	public Program(List<String> command, Map<String, String> environment) {
		this(command, environment, TIMEOUT);
	}

	/** What a finished program left: its exit code, and what it wrote to standard output and standard error. */
	public record Result(int exit, String output) {
	}

	/** The named program on the search path. */
	public static Optional<Path> onPath(String name) {
		return Stream.of(searchPath().split(File.pathSeparator))
				.map(folder -> Path.of(folder, name))
				.filter(Files::isExecutable)
				.findFirst();
	}

	/** A file of a program that {@code releng/tools/install} unpacked, whichever release of it. */
	static Optional<Path> unpacked(String name, String file) {
		Path tools = Optional.ofNullable(System.getenv("VCDSL_TOOLS")).map(Path::of)
				.orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "vcdsl", "tools"));
		if (!Files.isDirectory(tools)) {
			return Optional.empty();
		}
		try (Stream<Path> folders = Files.list(tools)) {
			return folders.filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
					.map(folder -> folder.resolve(file))
					.filter(Files::exists)
					.findFirst();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Runs the program to its end with an empty home of its own.
	 *
	 * @throws AssertionError if it takes longer than its timeout; it is then stopped, with all it started
	 */
	public Result run(Path workingFolder, List<String> arguments) {
		try {
			Path home = Files.createTempDirectory("vcdsl-tool-");
			try {
				return run(workingFolder, arguments, home);
			} finally {
				deleteTree(home);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted while running " + command, e);
		}
	}

	private Result run(Path workingFolder, List<String> arguments, Path home) throws IOException, InterruptedException {
		Path output = home.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(Stream.concat(command.stream(), arguments.stream()).toList())
				.directory(workingFolder.toFile())
				.redirectErrorStream(true)
				.redirectInput(new File("/dev/null"))
				.redirectOutput(output.toFile());
		builder.environment().clear();
		builder.environment().putAll(Map.of("PATH", searchPath(), "HOME", home.toString(), "LC_ALL", "C.UTF-8"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
			throw new AssertionError("%s did not end within %d s; so far it said:%n%s".formatted(
					builder.command(), timeout.toSeconds(), textOf(output)));
		}
		return new Result(process.exitValue(), textOf(output));
	}

	/** Bytes that are no UTF-8 become replacement characters: what a tool says in trouble must not be trouble itself. */
	private static String textOf(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	private static String searchPath() {
		return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
	}

	private static void deleteTree(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
