package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A tree in whose place a new one stands: it goes, but for what somebody put there after the new one was begun.
 *
 * <p>Each step can be the last before a kill; whoever begins again ends in the same state. The manifest goes last, since it tells which
 * files are ours.
 */
final class OldTree {

	/** How often a folder is looked through in which somebody is still writing. */
	private static final int ATTEMPTS = 10;

	private static final String ASIDE = ".vcd-earlier";

	private final Path old;
	private final Path current;
	private final Manifest oldFiles;
	private final Manifest currentFiles;
	private final Set<String> foldersOfOurs = new HashSet<>();
	private final Set<String> overwritten = new TreeSet<>();

	OldTree(Path old, Path current) throws IOException {
		this.old = old;
		this.current = current;
		this.oldFiles = Manifest.read(old);
		this.currentFiles = Manifest.read(current);
		for (var path : oldFiles.paths()) {
			for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
				foldersOfOurs.add(path.substring(0, end));
			}
		}
	}

	/**
	 * Moves over what is not ours and deletes the rest.
	 *
	 * @return generated files that somebody had changed by hand and that were made anew
	 */
	Set<String> retire() throws IOException {
		for (var attempt = 0; attempt < ATTEMPTS && !isGone(); attempt++) {
			// Somebody whose current folder it is works in there; if it is too much, the next run goes on.
		}
		return overwritten;
	}

	private boolean isGone() throws IOException {
		try {
			retireIn("");
			Files.deleteIfExists(old.resolve(Manifest.FILE));
			Files.delete(old);
			return true;
		} catch (DirectoryNotEmptyException madeMeanwhile) {
			return false;
		}
	}

	/** @param above empty, or a folder with a slash behind it */
	private void retireIn(String above) throws IOException {
		try (var entries = Files.newDirectoryStream(old.resolve(above))) {
			for (var entry : entries) {
				var path = above + entry.getFileName();
				if (Disk.isFolder(entry)) {
					retireFolder(path);
				} else if (!path.equals(Manifest.FILE)) {
					retireFile(path);
				}
			}
		}
	}

	private void retireFolder(String path) throws IOException {
		var there = current.resolve(path);
		if (Disk.isFolder(there) || foldersOfOurs.contains(path) && !Disk.exists(there)) {
			retireIn(path + "/");
			Files.delete(old.resolve(path));
		} else {
			moveOver(path, Disk.exists(there) ? aside(there) : there);
		}
	}

	private void retireFile(String path) throws IOException {
		var file = old.resolve(path);
		var there = current.resolve(path);
		if (isSame(file, there) || wasWritten(oldFiles, file, path)) {
			Files.delete(file);
		} else if (wasWritten(currentFiles, there, path)) {
			overwritten.add(path);
			Files.delete(file);
		} else if (!Disk.exists(there)) {
			moveOver(path, there);
		} else if (isLater(file, there)) {
			Files.move(there, aside(there));
			moveOver(path, there);
		} else {
			moveOver(path, aside(there));
		}
	}

	private void moveOver(String path, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Files.move(old.resolve(path), to);
	}

	/** One file under two names, or two links to one place. */
	private static boolean isSame(Path one, Path other) throws IOException {
		if (!Disk.exists(other)) {
			return false;
		}
		if (Files.isSymbolicLink(one)) {
			return Files.isSymbolicLink(other) && Files.readSymbolicLink(one).equals(Files.readSymbolicLink(other));
		}
		return attributes(one).fileKey() != null && attributes(one).fileKey().equals(attributes(other).fileKey());
	}

	private static boolean wasWritten(Manifest files, Path file, String path) throws IOException {
		return files.paths().contains(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
				&& files.hasWritten(path, Files.readAllBytes(file));
	}

	private static boolean isLater(Path one, Path other) throws IOException {
		return !Disk.isFolder(other) && attributes(one).lastModifiedTime().compareTo(attributes(other).lastModifiedTime()) > 0;
	}

	private static BasicFileAttributes attributes(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	/** A free name beside, for the version that two people did not agree on. */
	private static Path aside(Path file) {
		var free = file.resolveSibling(file.getFileName() + ASIDE);
		for (var number = 2; Disk.exists(free); number++) {
			free = file.resolveSibling(file.getFileName() + ASIDE + "-" + number);
		}
		return free;
	}
}
