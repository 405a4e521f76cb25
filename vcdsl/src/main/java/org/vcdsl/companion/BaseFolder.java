package org.vcdsl.companion;

import java.nio.file.Path;

/** The folder from which findings and messages see files: for a command the one it runs in, for an editor its project. */
public record BaseFolder(Path path) {

	/** Where a file of that name is. */
	public Path locate(String name) {
		return path.resolve(name);
	}

	/** The full path of a file of that name, without looking at the disk. */
	public Path absolute(String name) {
		return locate(name).toAbsolutePath().normalize();
	}

	/** What a file is called, with '/' between folders. */
	public String nameOf(Path file) {
		var here = path.toAbsolutePath().normalize();
		return withSlashes(here.getRoot().equals(file.getRoot()) ? here.relativize(file) : file);
	}

	/** A path as all systems write it here. */
	public static String withSlashes(Path file) {
		return file.toString().replace('\\', '/');
	}
}
