package org.vcdsl.companion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What went wrong with a file, in words. */
public final class FileTrouble {

	private FileTrouble() {
	}

	/**
	 * For instance {@code shop.vcd: no such file or folder}.
	 *
	 * @param nameOf what messages call a file
	 */
	public static String describe(IOException trouble, Function<Path, String> nameOf) {
		if (trouble instanceof FileSystemException about && about.getFile() != null) {
			return nameOf.apply(Path.of(about.getFile())) + ": " + reason(about);
		}
		return Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName());
	}

	private static String reason(FileSystemException trouble) {
		return switch (trouble) {
			case NoSuchFileException missing -> "no such file or folder";
			case AccessDeniedException denied -> "permission denied";
			case NotDirectoryException file -> "is not a folder";
			case FileAlreadyExistsException file -> "is in the way: a folder is needed here";
			case FileSystemLoopException loop -> "links lead round in a circle";
			default -> Optional.ofNullable(trouble.getReason()).orElse(trouble.getClass().getSimpleName());
		};
	}
}
