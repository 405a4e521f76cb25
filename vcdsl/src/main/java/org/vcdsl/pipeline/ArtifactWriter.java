package org.vcdsl.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.backend.Artifact;

/**
 * Writes what belongs to a plan into a folder of its own below an output folder, so that the folder holds what the last run made and
 * nothing of earlier ones.
 *
 * <p>All files are first written beside their places and then moved there, so that whenever a run fails or is killed, each file is
 * either the old or the new one. Files whose content stays are not touched. What earlier runs wrote and this one does not is
 * removed, unless somebody has changed it; files that no run wrote are never replaced or removed. No link leads out of the folder.
 */
public final class ArtifactWriter {

	private final Path output;

	/** Writes below an output folder, which is made when it is missing. */
	public ArtifactWriter(Path output) {
		this.output = output;
	}

	/**
	 * What became of the files; all paths are relative to the folder.
	 *
	 * @param folder of the topology, below the output folder
	 * @param files that are there now
	 * @param changed those among them that are new or have new content
	 * @param overwritten those among them that somebody had changed by hand
	 * @param removed what an earlier run wrote
	 * @param kept what an earlier run wrote and somebody changed by hand
	 */
	public record Written(Path folder, List<String> files, List<String> changed, List<String> overwritten, List<String> removed,
			List<String> kept) {

		public Written {
			files = List.copyOf(files);
			changed = List.copyOf(changed);
			overwritten = List.copyOf(overwritten);
			removed = List.copyOf(removed);
			kept = List.copyOf(kept);
		}
	}

	/** Writes the plan for people and for programs, and all artefacts. */
	public Written writePlan(Planned planned) throws IOException {
		return write(planned.topology().name(), planned.files());
	}

	/** Writes the artefacts alone. */
	public Written writeArtifacts(Planned planned) throws IOException {
		return write(planned.topology().name(), planned.artifacts());
	}

	/**
	 * Makes the files the content of the folder of that name.
	 *
	 * @throws IOException if it cannot; then nothing has been replaced, unless moving a file failed
	 */
	Written write(String topology, List<Artifact> files) throws IOException {
		var folder = output.resolve(topology);
		if (!output.equals(folder.getParent())) {
			throw new IllegalArgumentException("Not below the output folder: " + topology);
		}
		Files.createDirectories(output);
		requireFolderOrNothing(folder);
		Files.createDirectories(folder);
		StagingFolder.clearAbandoned(folder);
		return write(folder, contents(files), Manifest.read(folder));
	}

	private static Written write(Path folder, Map<String, byte[]> contents, Manifest earlier) throws IOException {
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
		var now = Manifest.of(contents);
		if (!changed.isEmpty() || !now.equals(earlier)) {
			try (var staging = new StagingFolder(folder)) {
				for (var path : changed) {
					staging.add(path, contents.get(path));
				}
				staging.replace(Manifest.FILE, earlier.and(now).bytes());
				for (var path : changed) {
					staging.moveOut(path);
				}
			}
		}
		var removed = new ArrayList<String>();
		var kept = new ArrayList<String>();
		for (var path : earlier.paths()) {
			if (!contents.containsKey(path)) {
				remove(folder, path, earlier, removed, kept);
			}
		}
		if (!now.equals(earlier)) {
			try (var staging = new StagingFolder(folder)) {
				staging.replace(Manifest.FILE, now.bytes());
			}
		}
		return new Written(folder, List.copyOf(contents.keySet()), changed, overwritten, removed, kept);
	}

	private static Map<String, byte[]> contents(List<Artifact> files) {
		var contents = new LinkedHashMap<String, byte[]>();
		for (var file : files) {
			if (!Manifest.canHold(file.path())) {
				throw new IllegalArgumentException("Not the path of an artefact: " + file.path());
			}
			if (contents.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)) != null) {
				throw new IllegalArgumentException("Made twice: " + file.path());
			}
		}
		return contents;
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

	private static void requireFolderOrNothing(Path folder) throws IOException {
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

	private static void remove(Path folder, String path, Manifest earlier, List<String> removed, List<String> kept)
			throws IOException {
		var file = folder.resolve(path);
		if (leadsOut(folder, file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		if (!earlier.hasWritten(path, Files.readAllBytes(file))) {
			kept.add(path);
			return;
		}
		Files.delete(file);
		removed.add(path);
		for (var above = file.getParent(); !above.equals(folder) && isEmpty(above); above = above.getParent()) {
			Files.delete(above);
		}
	}

	private static boolean leadsOut(Path folder, Path file) {
		for (var above = file.getParent(); !above.equals(folder); above = above.getParent()) {
			if (Files.isSymbolicLink(above)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isEmpty(Path folder) throws IOException {
		try (var entries = Files.newDirectoryStream(folder)) {
			return !entries.iterator().hasNext();
		}
	}

	/** Where files are written whole before they are moved to their places; on the same disk, so that moving is one step. */
	private static final class StagingFolder implements AutoCloseable {

		private static final String PREFIX = ".vcd-staging-";

		private final Path target;
		private final Path staging;

		StagingFolder(Path target) throws IOException {
			this.target = target;
			this.staging = Files.createTempDirectory(target, PREFIX + ProcessHandle.current().pid() + "-");
		}

		/** Deletes what runs have left that were killed. */
		static void clearAbandoned(Path target) throws IOException {
			try (var entries = Files.newDirectoryStream(target, PREFIX + "*")) {
				for (var entry : entries) {
					if (!isInUse(entry)) {
						deleteTree(entry);
					}
				}
			}
		}

		private static boolean isInUse(Path staging) {
			var pid = staging.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
			return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
		}

		void add(String path, byte[] content) throws IOException {
			var file = staging.resolve(path);
			Files.createDirectories(file.getParent());
			try {
				Files.write(file, content);
			} catch (FileSystemException about) {
				throw about;
			} catch (IOException full) {
				// A disk that is full does not say which file it has no room for.
				throw new FileSystemException(target.resolve(path).toString(), null, full.getMessage());
			}
		}

		void moveOut(String path) throws IOException {
			var file = target.resolve(path);
			Files.createDirectories(file.getParent());
			Files.move(staging.resolve(path), file, StandardCopyOption.ATOMIC_MOVE);
		}

		void replace(String path, byte[] content) throws IOException {
			add(path, content);
			moveOut(path);
		}

		@Override
		public void close() throws IOException {
			deleteTree(staging);
		}

		private static void deleteTree(Path tree) throws IOException {
			if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
				try (var entries = Files.newDirectoryStream(tree)) {
					for (var entry : entries) {
						deleteTree(entry);
					}
				}
			}
			Files.deleteIfExists(tree);
		}
	}
}
