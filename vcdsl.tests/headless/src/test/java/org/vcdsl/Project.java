package org.vcdsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceFile;

/** Where tests find examples, fixtures and pages, and on which day they run. */
public final class Project {

	/** Tests, fixtures and goldens are true on this day. */
	public static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

	private Project() {
	}

	/** Everything there is, on the day of the tests. */
	public static Pipeline pipeline() {
		return Pipeline.on(TODAY);
	}

	/** A file or folder, by its path from the top of the project. */
	public static Path path(String path) {
		return Path.of(System.getProperty("vcdsl.root", "../..")).resolve(path).normalize();
	}

	/** The text of a file. */
	public static String read(String path) {
		try {
			return Files.readString(path(path));
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** A file of VCDSL text, named by its last name. */
	public static SourceFile source(String path) {
		return new SourceFile(path(path).getFileName().toString(), read(path));
	}
}
