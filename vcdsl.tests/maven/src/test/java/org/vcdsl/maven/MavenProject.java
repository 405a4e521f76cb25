package org.vcdsl.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;

/**
 * A copy of {@code examples/maven}, built as its owner builds it: by the Maven that builds VCDSL, and with this build's VCDSL in a
 * repository of the project's own. What others made comes from the repository of this build, which is read and not written.
 */
record MavenProject(Path folder, Path repository) {

	private static final String GROUP = "org/vcdsl";

	static MavenProject copyTo(Path folder) throws IOException {
		var example = root().resolve("examples/maven");
		try (var files = Files.walk(example)) {
			for (var file : files.filter(file -> !file.startsWith(example.resolve("target"))).skip(1).toList()) {
				Files.copy(file, folder.resolve(example.relativize(file).toString()));
			}
		}
		var repository = Path.of("target", "repository").toAbsolutePath();
		install(repository, "vcdsl.parent", root().resolve("pom.xml"));
		install(repository, "vcdsl.bom", root().resolve("releng/vcdsl.bom/pom.xml"));
		install(repository, "vcdsl", root().resolve("vcdsl/pom.xml"));
		install(repository, "vcdsl", root().resolve("vcdsl/target/vcdsl-%s.jar".formatted(version())));
		return new MavenProject(folder, repository);
	}

	/** What a program ended with and printed. */
	record Run(int exit, String output) {
	}

	Run mvn(String... arguments) throws IOException, InterruptedException {
		var command = Stream.concat(Stream.of(Path.of(System.getProperty("vcdsl.maven"), "bin", "mvn").toString(), "--batch-mode",
				"--no-transfer-progress", "-Dmaven.repo.local=" + repository,
				"-Dmaven.repo.local.tail=" + System.getProperty("vcdsl.localRepository")), Stream.of(arguments)).toList();
		return run(command);
	}

	Run vcd(String... arguments) throws IOException, InterruptedException {
		var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return run(Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
				"org.vcdsl.cli.Main"), Stream.of(arguments)).toList());
	}

	/** The files below a folder of the project, by their names from there. */
	Map<String, String> filesIn(String name) throws IOException {
		var top = folder.resolve(name);
		var texts = new TreeMap<String, String>();
		try (var files = Files.walk(top)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				texts.put(top.relativize(file).toString(), Files.readString(file));
			}
		}
		return texts;
	}

	private Run run(List<String> command) throws IOException, InterruptedException {
		var log = Files.createTempFile("vcdsl", ".log");
		var builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(log.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		var process = builder.start();
		try {
			Assertions.assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> command + " takes too long");
			return new Run(process.exitValue(), Files.readString(log));
		} finally {
			process.destroyForcibly();
			Files.deleteIfExists(log);
		}
	}

	private static void install(Path repository, String artifact, Path file) throws IOException {
		var type = file.getFileName().toString().endsWith(".jar") ? "jar" : "pom";
		var target = repository.resolve(GROUP).resolve(artifact).resolve(version()).resolve("%s-%s.%s".formatted(artifact, version(), type));
		Files.createDirectories(target.getParent());
		Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
	}

	private static Path root() {
		return Path.of(System.getProperty("vcdsl.root")).normalize();
	}

	private static String version() {
		return System.getProperty("vcdsl.version");
	}
}
