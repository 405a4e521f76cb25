package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vcdsl.Project;
import org.vcdsl.backend.Artifact;

/** Writes one of two trees of many files; a process of its own, so that it can be killed. */
final class WritingProcess {

	private static final int FILES = 60;

	private WritingProcess() {
	}

	/** Where a process ends as if it were killed. */
	enum End {
		NEVER, BEFORE_THE_EXCHANGE, BEHIND_THE_EXCHANGE, INSTEAD_OF_AN_EXCHANGE
	}

	/** Takes the output folder, which tree to write, and an {@link End}. */
	public static void main(String[] arguments) throws IOException {
		write(Path.of(arguments[0]), arguments[1], End.valueOf(arguments[2]));
	}

	static void write(Path output, String tree, End end) throws IOException {
		Function<Path, FolderExchange> exchanges = scratch -> (one, other) -> {
			dieIf(end == End.BEFORE_THE_EXCHANGE);
			var done = end != End.INSTEAD_OF_AN_EXCHANGE && new NativeExchange(scratch).exchange(one, other);
			dieIf(end == End.BEHIND_THE_EXCHANGE);
			return done;
		};
		new ArtifactWriter(output, exchanges, Duration.ofSeconds(30)).write("shop", files(tree));
	}

	private static void dieIf(boolean now) {
		if (now) {
			Runtime.getRuntime().halt(137);
		}
	}

	/** Some files stay, some change, some come and some go. */
	private static List<Artifact> files(String tree) {
		return Stream.of(
				IntStream.range(0, FILES).mapToObj(number -> new Artifact("libvirt/host" + number % 7 + "/vm" + number + ".xml",
						number % 3 == 0 ? "<same/>" : "<" + tree + number + "/>\n".repeat(100))),
				IntStream.range(0, 8).mapToObj(number -> new Artifact(tree + "/only/here" + number, tree)),
				Stream.of(new Artifact("plan.md", tree)))
				.flatMap(Function.identity()).toList();
	}

	static Process start(Path output, String tree, End end, String... options) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		var command = Stream.of(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", "-Dvcdsl.root=" + Project.path("")), List.of(options),
				List.of("-cp", classPath, WritingProcess.class.getName(), output.toString(), tree, end.name()))
				.flatMap(List::stream).toList();
		return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
	}

	/** The text of all files below a folder by their paths, and of links where they lead. */
	static TreeMap<String, String> content(Path folder) throws IOException {
		var content = new TreeMap<String, String>();
		if (Files.isDirectory(folder)) {
			try (var files = Files.walk(folder)) {
				for (var file : files.filter(path -> !Disk.isFolder(path)).toList()) {
					content.put(folder.relativize(file).toString(), Files.isSymbolicLink(file) ? "-> " + Files.readSymbolicLink(file)
							: Files.readString(file, StandardCharsets.UTF_8));
				}
			}
		}
		return content;
	}
}
