package org.vcdsl.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What files said when they were last read; one is read again when it looks different from outside. Asking costs a look at the file. For
 * several threads.
 *
 * @param <T> what the text of a file is read as
 */
final class Remembered<T> {

	private final Map<Path, Known<T>> files = new ConcurrentHashMap<>();

	private record Known<T>(String name, Look look, T value) {
	}

	/**
	 * A file from outside.
	 *
	 * @param key which file it is: one that was replaced in one step is another, even of the same size and time; null where the system
	 *        does not tell
	 */
	private record Look(FileTime changed, long size, Object key) {

		static Look at(Path file) throws IOException {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new Look(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
		}
	}

	/** Makes something of a file. */
	@FunctionalInterface
	interface Reading<T> {

		T read(Path file, String name) throws IOException;
	}

	/**
	 * What a file says. Nothing is remembered of one that cannot be read.
	 *
	 * @param name as messages give it
	 */
	T of(Path file, String name, Reading<T> reading) throws IOException {
		var look = Look.at(file);
		var known = files.get(file);
		if (known == null || !known.name().equals(name) || !known.look().equals(look)) {
			known = new Known<>(name, look, reading.read(file, name));
			files.put(file, known);
		}
		return known.value();
	}
}
