package org.vcdsl.companion;

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
import java.util.stream.Collectors;

import org.vcdsl.pipeline.PlacementFile;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceHeader;
import org.vcdsl.pipeline.UnreadablePlacementException;
import org.vcdsl.topology.Topology;

/** {@code PACKAGE.placement.json}, in a folder in which a file of the package lies. */
public final class PlacementFiles {

	private final BaseFolder base;
	private final Remembered<PlacementFile> remembered;

	/** Folders by package, as seen from the base folder: empty for that itself, else ending in '/'. */
	private final Map<String, Set<String>> folders = new LinkedHashMap<>();

	/**
	 * Beside these files.
	 *
	 * @param packages by the names of files, as seen from the base folder
	 */
	PlacementFiles(Map<String, String> packages, BaseFolder base, Remembered<PlacementFile> remembered) {
		this.base = base;
		this.remembered = remembered;
		packages.forEach((file, name) -> {
			if (Files.isRegularFile(base.locate(file))) {
				folders.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(file.substring(0, file.lastIndexOf('/') + 1));
			}
		});
	}

	/** Beside these sources; those that are only imported make no topology, so they have none. */
	public static PlacementFiles beside(List<SourceFile> sources, BaseFolder base) {
		var packages = new LinkedHashMap<String, String>();
		sources.stream().filter(source -> !source.isLibrary())
				.forEach(source -> SourceHeader.of(source.text()).packageName().ifPresent(name -> packages.put(source.name(), name)));
		return new PlacementFiles(packages, base, new Remembered<>());
	}

	/**
	 * Those that are there, by package.
	 *
	 * @throws UnusableException if one of them is no placement, or a package has two
	 */
	public Map<String, PlacementFile> read() throws IOException {
		var files = new LinkedHashMap<String, PlacementFile>();
		for (var packageName : folders.keySet()) {
			var name = nameOf(packageName);
			if (name.isPresent()) {
				files.put(packageName, remembered.of(base.absolute(name.get()), name.get(), (file, same) -> parse(text(same), same, packageName)));
			}
		}
		return files;
	}

	/**
	 * What became of a file.
	 *
	 * @param name as seen from the base folder
	 * @param isChanged whether it says something new
	 * @param dropped workloads that the package does not have any more and whose addresses were kept until now
	 */
	public record Saved(String name, boolean isChanged, List<String> dropped) {

		public Saved {
			dropped = List.copyOf(dropped);
		}

		/** What to tell whoever saved it, one sentence each. */
		public List<String> messages() {
			var said = "%s %s".formatted(name, isChanged ? "keeps where workloads stand" : "stays as it is");
			return dropped.isEmpty() ? List.of(said)
					: List.of(said, "%s no longer keeps addresses of %s, which the package does not have".formatted(name,
							dropped.stream().collect(Collectors.joining("', '", "'", "'"))));
		}
	}

	/**
	 * Keeps the placement of a topology beside its sources, with the addresses that the file has; one that says the same already is not
	 * touched.
	 *
	 * @throws UnusableException if its sources are no files, as what a shell pipes in, or what is there is no placement
	 */
	public Saved save(Topology topology) throws IOException {
		var folder = folders.getOrDefault(topology.name(), Set.of()).stream().findFirst().orElseThrow(() -> new UnusableException(
				"package '%s' comes from no file beside which its placement could be kept".formatted(topology.name())));
		var existing = nameOf(topology.name());
		if (existing.isEmpty()) {
			var name = folder + topology.name() + PlacementFile.SUFFIX;
			FileReplacement.create(base.locate(name), PlacementFile.print(topology));
			return new Saved(name, true, List.of());
		}
		var name = existing.get();
		var before = TextFile.read(base.locate(name), name);
		var kept = parse(TextFile.withoutMark(before), name, topology.name());
		var after = kept.printAnew(topology);
		var isChanged = !TextFile.withoutMark(before).equals(after);
		if (isChanged) {
			FileReplacement.replace(base.locate(name).toRealPath(), before, after);
		}
		return new Saved(name, isChanged, kept.addressedButMissing(topology));
	}

	private String text(String name) throws IOException {
		return TextFile.withoutMark(TextFile.read(base.locate(name), name));
	}

	private static PlacementFile parse(String text, String name, String packageName) {
		try {
			return PlacementFile.read(name, packageName, text);
		} catch (UnreadablePlacementException unreadable) {
			throw new UnusableException(unreadable.getMessage());
		}
	}

	/** The file of a package, if there is one. */
	private Optional<String> nameOf(String packageName) throws IOException {
		var found = new LinkedHashMap<Path, String>();
		for (var folder : folders.getOrDefault(packageName, Set.of())) {
			var name = folder + packageName + PlacementFile.SUFFIX;
			if (Files.exists(base.locate(name), LinkOption.NOFOLLOW_LINKS)) {
				found.putIfAbsent(base.locate(name).toRealPath(), name);
			}
		}
		if (found.size() > 1) {
			throw new UnusableException("package '%s' has several placement files: %s. Keep one of them".formatted(packageName,
					String.join(", ", found.values())));
		}
		return found.values().stream().findFirst();
	}
}
