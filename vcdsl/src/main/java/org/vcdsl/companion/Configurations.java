package org.vcdsl.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.finding.Finding;

/**
 * The configuration of each file: the nearest one in its folder or above, no further up than the top of its repository (the folder that
 * holds {@code .git}). The nearest one is all there is: nothing of those above is added to it.
 */
public final class Configurations {

	/** Of no files. */
	static final Configurations NONE = new Configurations(new BaseFolder(Path.of("")), new Remembered<>());

	private final BaseFolder base;
	private final Remembered<Configuration> remembered;
	private final Map<String, Configuration> byFile = new LinkedHashMap<>();
	private final Map<Path, Optional<Configuration>> byFolder = new HashMap<>();

	private Configurations(BaseFolder base, Remembered<Configuration> remembered) {
		this.base = base;
		this.remembered = remembered;
	}

	/**
	 * Reads what there is for some files; one that is not there, as standard input, counts as a file of the name it was given.
	 *
	 * @throws UnusableException at the line of what is wrong in one
	 */
	public static Configurations of(Collection<String> files, BaseFolder base) throws IOException {
		return of(files, base, new Remembered<>());
	}

	static Configurations of(Collection<String> files, BaseFolder base, Remembered<Configuration> remembered) throws IOException {
		var configurations = new Configurations(base, remembered);
		for (var file : files) {
			configurations.byFile.put(file, configurations.nearest(base.absolute(file).getParent()));
		}
		return configurations;
	}

	/** The files that were asked about. */
	public Set<String> files() {
		return byFile.keySet();
	}

	/** What holds for a file; nothing for one that is only imported. */
	public Configuration of(String file) {
		return byFile.getOrDefault(file, Configuration.NONE);
	}

	/** Folders in which imported packages are looked up, each once. */
	public List<String> path() {
		return byFile.values().stream().flatMap(configuration -> configuration.path().stream()).distinct().toList();
	}

	/** Findings as these weights, and where they say nothing the configurations of their files, want them. */
	public List<Finding> weigh(List<Finding> findings, Weights weights) {
		return findings.stream().flatMap(finding -> weights.over(of(finding.source().file()).weights()).weigh(finding).stream()).toList();
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
			known = Files.isRegularFile(file) ? Optional.of(remembered.of(file, base.nameOf(file), (path, name) -> Configuration.read(path, base)))
					: Optional.empty();
			byFolder.put(folder, known);
		}
		return known;
	}
}
