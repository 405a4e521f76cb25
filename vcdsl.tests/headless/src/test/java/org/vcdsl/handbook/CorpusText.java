package org.vcdsl.handbook;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.Project;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.pipeline.Trees;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.resolve.TopologyResolver;
import org.vcdsl.topology.Topology;
import org.vcdsl.vcd.VcdFile;

/** Sound text of the project, parsed, so that it can be changed and resolved again. */
record CorpusText(String name, List<VcdFile> files, SourceRanges ranges) {

	static final String LANGUAGE = "vcdsl.tests/fixtures/language";

	/** All examples, those of the pages included, and all fixtures of the language. */
	static List<CorpusText> all() {
		return Stream.of(folders("examples"), Example.all().filter(example -> !example.isWrong())
				.map(example -> parse(example.toString(), example.files())), files(LANGUAGE)
						.map(file -> parse(file.getFileName().toString(), List.of(source(file)))))
				.flatMap(texts -> texts).toList();
	}

	/** All files of the language below a folder. */
	static Stream<Path> files(String folder) {
		try (var paths = Files.walk(Project.path(folder))) {
			return paths.filter(path -> path.toString().endsWith(".vcd")).sorted().toList().stream();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** A file as the pipeline takes it. */
	static SourceFile source(Path file) {
		try {
			return new SourceFile(file.getFileName().toString(), Files.readString(file));
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** What it says; empty when it has errors. */
	Optional<Topology> topology() {
		return TopologyResolver.resolve(files.getFirst().getName(), files, ranges).topology();
	}

	/** The files of each folder see each other. */
	private static Stream<CorpusText> folders(String folder) {
		return files(folder).collect(groupingBy(Path::getParent, TreeMap::new, Collectors.toList())).entrySet().stream()
				.map(files -> parse(files.getKey().getFileName().toString(), files.getValue().stream().map(CorpusText::source).toList()));
	}

	private static CorpusText parse(String name, List<SourceFile> files) {
		var sources = SourceSet.parse(files);
		return new CorpusText(name, Trees.of(sources), sources.ranges());
	}

	@Override
	public String toString() {
		return name;
	}
}
