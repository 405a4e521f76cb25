package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A folder as it shall be, made beside the one that is there, which stays as it is.
 *
 * <p>Files that stay are the same ones under a second name, so that they keep their times, and whoever writes to one of them
 * writes to both trees.
 */
final class NewTree {

	private final Path tree;
	private final Changes changes;

	/** Paths that are not taken over: they are written anew, or not at all. */
	private final Set<String> leftBehind = new HashSet<>();

	private final Set<Path> folders = new LinkedHashSet<>();

	/** @param tree an empty folder */
	NewTree(Path tree, Changes changes) {
		this.tree = tree;
		this.changes = changes;
		folders.add(tree);
		leftBehind.add(Manifest.FILE);
		leftBehind.addAll(changes.changed());
		leftBehind.addAll(changes.removed());
	}

	Path path() {
		return tree;
	}

	/**
	 * Takes over all that stays, ours or not.
	 *
	 * @throws IOException if something cannot be had in two trees at once, as what another file system is mounted on
	 */
	void takeOver() throws IOException {
		if (Disk.exists(changes.folder())) {
			takeOver("");
		}
	}

	/** @param above empty, or a folder with a slash behind it */
	private void takeOver(String above) throws IOException {
		try (var entries = Files.newDirectoryStream(changes.folder().resolve(above))) {
			for (var entry : entries) {
				var path = above + entry.getFileName();
				if (Disk.isFolder(entry)) {
					if (Disk.isEmpty(entry)) {
						makeFolder(path);
					}
					takeOver(path + "/");
				} else if (!leftBehind.contains(path)) {
					makeFolderOf(path);
					link(entry, tree.resolve(path));
				}
			}
		}
	}

	private static void link(Path there, Path here) throws IOException {
		if (Files.isSymbolicLink(there)) {
			Files.createSymbolicLink(here, Files.readSymbolicLink(there));
		} else {
			Files.createLink(here, there);
		}
	}

	/** Writes what is new, and waits until the disk has all of it. */
	void complete() throws IOException {
		var made = new ArrayList<Path>();
		for (var path : changes.changed()) {
			makeFolderOf(path);
			made.add(write(path, changes.contents().get(path)));
		}
		made.add(write(Manifest.FILE, changes.now().bytes()));
		made.addAll(folders);
		Disk.forceAll(made);
	}

	private Path write(String path, byte[] content) throws IOException {
		var file = tree.resolve(path);
		Disk.write(file, content, changes.folder().resolve(path));
		return file;
	}

	private void makeFolderOf(String path) throws IOException {
		var end = path.lastIndexOf('/');
		if (end > 0) {
			makeFolder(path.substring(0, end));
		}
	}

	/** Like the old one of that path, if there is any. */
	private void makeFolder(String path) throws IOException {
		var folder = tree.resolve(path);
		if (folders.contains(folder)) {
			return;
		}
		makeFolderOf(path);
		var old = changes.folder().resolve(path);
		if (Disk.exists(old)) {
			Files.copy(old, folder, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
		} else {
			Files.createDirectory(folder);
		}
		folders.add(folder);
	}
}
