package org.vcdsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.pipeline.SourceFile;

/**
 * The configuration of each file: the nearest one in its folder or above, no further up than the top of its repository (the folder that
 * holds {@code .git}). The nearest one is all there is: nothing of those above is added to it.
 */
final class Configurations {

	private final Shell shell;
	private final Map<String, Configuration> byFile = new LinkedHashMap<>();
	private final Map<Path, Optional<Configuration>> byFolder = new HashMap<>();

	private Configurations(Shell shell) {
		this.shell = shell;
	}

	/** Reads what there is for some files; standard input counts as a file of the name it was given. */
	static Configurations of(List<SourceFile> sources, Shell shell) throws IOException {
		var configurations = new Configurations(shell);
		for (var source : sources) {
			configurations.byFile.put(source.name(), configurations.nearest(shell.absolute(source.name()).getParent()));
		}
		return configurations;
	}

	/** The files that were asked about. */
	Set<String> files() {
		return byFile.keySet();
	}

	/** What holds for a file; nothing for one that is only imported. */
	Configuration of(String file) {
		return byFile.getOrDefault(file, Configuration.NONE);
	}

	/** Folders in which imported packages are looked up, each once. */
	List<String> path() {
		return byFile.values().stream().flatMap(configuration -> configuration.path().stream()).distinct().toList();
	}

	private Configuration nearest(Path folder) throws IOException {
		for (var above = folder; above != null; above = above.getParent()) {
			var configuration = in(above);
			if (configuration.isPresent()) {
				return configuration.get();
			}
			if (Files.exists(above.resolve(".git"))) {
				return Configuration.NONE;
			}
		}
		return Configuration.NONE;
	}

	private Optional<Configuration> in(Path folder) throws IOException {
		var known = byFolder.get(folder);
		if (known == null) {
			var file = folder.resolve(Configuration.FILE);
			known = Files.isRegularFile(file) ? Optional.of(Configuration.read(file, shell)) : Optional.empty();
			byFolder.put(folder, known);
		}
		return known;
	}
}
