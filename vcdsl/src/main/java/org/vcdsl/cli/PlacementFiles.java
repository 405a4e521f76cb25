package org.vcdsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.PlacementFile;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceHeader;
import org.vcdsl.pipeline.UnreadablePlacementException;
import org.vcdsl.topology.Topology;

/** {@code PACKAGE.placement.json}, in a folder in which a file of the package lies. */
final class PlacementFiles {

	private final Shell shell;

	/** Folders by package, as the user would name them: empty for the current one, else ending in '/'. */
	private final Map<String, Set<String>> folders = new LinkedHashMap<>();

	/** Of these sources; those that are only imported make no topology, so they have none. */
	PlacementFiles(List<SourceFile> sources, Shell shell) {
		this.shell = shell;
		for (var source : sources) {
			if (!source.isLibrary() && Files.isRegularFile(shell.locate(source.name()))) {
				SourceHeader.of(source.text()).packageName().ifPresent(name -> folders.computeIfAbsent(name, any -> new LinkedHashSet<>())
						.add(source.name().substring(0, source.name().lastIndexOf('/') + 1)));
			}
		}
	}

	/**
	 * A pipeline that keeps what the files say.
	 *
	 * @throws UnusableException if one of them is no placement, or a package has two
	 */
	Pipeline keptBy(Pipeline pipeline) throws IOException {
		var files = new LinkedHashMap<String, PlacementFile>();
		for (var packageName : folders.keySet()) {
			var file = nameOf(packageName);
			if (file.isPresent()) {
				files.put(packageName, read(file.get(), packageName));
			}
		}
		return files.isEmpty() ? pipeline : pipeline.keeping(files);
	}

	private PlacementFile read(String name, String packageName) throws IOException {
		try {
			return PlacementFile.read(name, packageName, text(name));
		} catch (UnreadablePlacementException unreadable) {
			throw new UnusableException(unreadable.getMessage());
		}
	}

	/**
	 * Keeps the placement of a topology beside its sources, and says so; a file that says the same already is not touched.
	 *
	 * @throws UnusableException if its sources are no files, as what a shell pipes in
	 */
	void save(Topology topology) throws IOException {
		var folder = folders.getOrDefault(topology.name(), Set.of()).stream().findFirst().orElseThrow(() -> new UnusableException(
				"package '%s' comes from no file beside which its placement could be kept".formatted(topology.name())));
		var existing = nameOf(topology.name());
		var name = existing.orElse(folder + topology.name() + PlacementFile.SUFFIX);
		var after = PlacementFile.print(topology);
		if (existing.isEmpty()) {
			FileReplacement.create(shell.locate(name), after);
		} else if (!text(name).equals(after)) {
			FileReplacement.replace(shell.locate(name).toRealPath(), SourceReader.readFile(shell.locate(name), name), after);
		} else {
			shell.say("%s stays as it is".formatted(name));
			return;
		}
		shell.say("%s keeps where workloads stand".formatted(name));
	}

	private String text(String name) throws IOException {
		return SourceReader.withoutMark(SourceReader.readFile(shell.locate(name), name));
	}

	/** The file of a package, if there is one. */
	private Optional<String> nameOf(String packageName) throws IOException {
		var found = new LinkedHashMap<Path, String>();
		for (var folder : folders.getOrDefault(packageName, Set.of())) {
			var name = folder + packageName + PlacementFile.SUFFIX;
			if (Files.exists(shell.locate(name), LinkOption.NOFOLLOW_LINKS)) {
				found.putIfAbsent(shell.locate(name).toRealPath(), name);
			}
		}
		if (found.size() > 1) {
			throw new UnusableException("package '%s' has several placement files: %s. Keep one of them".formatted(packageName,
					String.join(", ", found.values())));
		}
		return found.values().stream().findFirst();
	}
}
