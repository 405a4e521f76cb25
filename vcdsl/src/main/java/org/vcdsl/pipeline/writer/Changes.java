package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.vcdsl.pipeline.writer.ArtifactWriter.Written;

/**
 * What must be done to a folder so that it holds the files of this run and none of earlier ones; paths are relative to it.
 *
 * @param contents of the files it shall hold, by path
 * @param earlier what runs before this one wrote
 * @param changed files that are new or have new content
 * @param overwritten those among them that somebody had changed by hand
 * @param removed what an earlier run wrote and this one does not
 * @param kept what an earlier run wrote and somebody changed by hand, so that it is not removed
 */
record Changes(Path folder, Map<String, byte[]> contents, Manifest earlier, List<String> changed, List<String> overwritten,
		List<String> removed, List<String> kept) {

	Changes {
		contents = new LinkedHashMap<>(contents);
		changed = List.copyOf(changed);
		overwritten = List.copyOf(overwritten);
		removed = List.copyOf(removed);
		kept = List.copyOf(kept);
	}

	/**
	 * Compares a folder, which need not be there, with what it shall hold.
	 *
	 * @throws FileSystemException if something that no run wrote stands where a file shall be
	 */
	static Changes between(Path folder, Map<String, byte[]> contents) throws IOException {
		var earlier = Manifest.read(folder);
		var changed = new ArrayList<String>();
		var overwritten = new ArrayList<String>();
		for (var file : contents.entrySet()) {
			var there = contentOf(folder, file.getKey());
			if (there.filter(content -> Arrays.equals(content, file.getValue())).isEmpty()) {
				changed.add(file.getKey());
				if (there.isPresent() && !earlier.hasWritten(file.getKey(), there.get())) {
					requireOurs(folder, file.getKey(), earlier);
					overwritten.add(file.getKey());
				}
			}
		}
		var removed = new ArrayList<String>();
		var kept = new ArrayList<String>();
		for (var path : earlier.paths()) {
			var file = folder.resolve(path);
			if (!contents.containsKey(path) && !leadsOut(folder, file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
				(earlier.hasWritten(path, Files.readAllBytes(file)) ? removed : kept).add(path);
			}
		}
		return new Changes(folder, contents, earlier, changed, overwritten, removed, kept);
	}

	/** What this run writes. */
	Manifest now() {
		return Manifest.of(contents);
	}

	/** Whether the folder is as it shall be. */
	boolean areNone() {
		return changed.isEmpty() && removed.isEmpty() && now().equals(earlier);
	}

	/** What is reported when they are done. */
	Written done() {
		return done(Set.of());
	}

	/** @param late files that somebody has changed by hand after they were compared, and that were made anew all the same */
	Written done(Set<String> late) {
		var all = Stream.concat(overwritten.stream(), late.stream().sorted()).distinct().toList();
		return new Written(folder, List.copyOf(contents.keySet()), changed, all, removed, kept);
	}

	/** The content of a file, if there is one; what else stands in its place must be moved by somebody. */
	private static Optional<byte[]> contentOf(Path folder, String path) throws IOException {
		requireFoldersAbove(folder, path);
		var file = folder.resolve(path);
		if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.empty();
		}
		if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			throw inTheWay(file);
		}
		return Optional.of(Files.readAllBytes(file));
	}

	private static void requireFoldersAbove(Path folder, String path) throws IOException {
		var above = folder;
		var relative = Path.of(path);
		for (var i = 0; i < relative.getNameCount() - 1; i++) {
			above = above.resolve(relative.getName(i));
			requireFolderOrNothing(above);
		}
	}

	/** Refuses a file, and a link, which would lead elsewhere. */
	static void requireFolderOrNothing(Path folder) throws IOException {
		if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			throw inTheWay(folder);
		}
	}

	private static void requireOurs(Path folder, String path, Manifest earlier) throws FileSystemException {
		if (!earlier.paths().contains(path)) {
			throw inTheWay(folder.resolve(path));
		}
	}

	private static FileSystemException inTheWay(Path file) {
		return new FileSystemException(file.toString(), null,
				"is in the way and not something vcd wrote; move it, or write to another folder");
	}

	private static boolean leadsOut(Path folder, Path file) {
		for (var above = file.getParent(); !above.equals(folder); above = above.getParent()) {
			if (Files.isSymbolicLink(above)) {
				return true;
			}
		}
		return false;
	}
}
