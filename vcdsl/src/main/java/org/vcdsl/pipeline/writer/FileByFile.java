package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a folder file by file, where folders cannot be exchanged.
 *
 * <p>All files are first written in a folder within, and then moved to their places, so that whenever a run fails, nothing has been
 * replaced, and whenever it is killed, each file is either the old or the new one. The manifest then lists both contents, and the
 * next run finishes the work.
 */
final class FileByFile {

	private final Changes changes;
	private final Path folder;

	FileByFile(Changes changes) {
		this.changes = changes;
		this.folder = changes.folder();
	}

	void carryOut() throws IOException {
		var now = changes.now();
		Files.createDirectories(folder);
		try (var staging = new StagingFolder(folder)) {
			for (var path : changes.changed()) {
				staging.add(path, changes.contents().get(path));
			}
			staging.force();
			staging.replace(Manifest.FILE, changes.earlier().and(now).bytes());
			for (var path : changes.changed()) {
				staging.moveOut(path);
			}
		}
		for (var path : changes.removed()) {
			remove(path);
		}
		if (!now.equals(changes.earlier())) {
			try (var staging = new StagingFolder(folder)) {
				staging.replace(Manifest.FILE, now.bytes());
			}
		}
	}

	private void remove(String path) throws IOException {
		var file = folder.resolve(path);
		Files.deleteIfExists(file);
		for (var above = file.getParent(); !above.equals(folder) && Disk.isEmpty(above); above = above.getParent()) {
			Files.delete(above);
		}
	}

	/** Deletes what runs have left that were killed. */
	static void clearAbandoned(Path folder) throws IOException {
		if (Disk.exists(folder)) {
			StagingFolder.clearAbandoned(folder);
		}
	}

	/** Where files are written whole before they are moved to their places; on the same disk, so that moving is one step. */
	private static final class StagingFolder implements AutoCloseable {

		private static final String PREFIX = ".vcd-staging-";

		private final Path target;
		private final Path staging;
		private final List<Path> added = new ArrayList<>();

		StagingFolder(Path target) throws IOException {
			this.target = target;
			this.staging = Files.createTempDirectory(target, PREFIX + ProcessHandle.current().pid() + "-");
		}

		static void clearAbandoned(Path target) throws IOException {
			try (var entries = Files.newDirectoryStream(target, PREFIX + "*")) {
				for (var entry : entries) {
					if (!isInUse(entry)) {
						Disk.deleteTree(entry);
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
			Disk.write(file, content, target.resolve(path));
			added.add(file);
		}

		void force() throws IOException {
			Disk.forceAll(added);
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
			Disk.deleteTree(staging);
		}
	}
}
