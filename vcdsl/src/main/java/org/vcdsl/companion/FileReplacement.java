package org.vcdsl.companion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** Puts new text into a file of the user's in one step: whenever it is cut short, the file is the old or the new one. */
public final class FileReplacement {

	private FileReplacement() {
	}

	/**
	 * Makes a file, whole or not at all; its folder must be there.
	 *
	 * @throws FileAlreadyExistsException if there is one by now; then that stays
	 */
	public static void create(Path file, String text) throws IOException {
		if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
			throw new NoSuchFileException(file.getParent().toString());
		}
		if (!Files.isWritable(file.toAbsolutePath().getParent())) {
			throw new AccessDeniedException(file.toString());
		}
		var beside = file.toAbsolutePath().resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), ProcessHandle.current().pid()));
		try {
			Files.write(beside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
					StandardOpenOption.SYNC);
			Files.move(beside, file);
		} catch (IOException trouble) {
			throw about(file, trouble);
		} finally {
			Files.deleteIfExists(beside);
		}
	}

	/**
	 * Replaces a file, keeping who may read and write it.
	 *
	 * @param file a real path: a link would be replaced, not followed
	 * @param before the text that was read
	 * @throws IOException if the file must not be written, or somebody has changed it since; then it stays as it is
	 */
	public static void replace(Path file, String before, String after) throws IOException {
		if (!Files.isWritable(file)) {
			throw new AccessDeniedException(file.toString());
		}
		var beside = createBeside(file);
		try {
			Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
			Files.write(beside, after.getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
					StandardOpenOption.SYNC);
			if (!Arrays.equals(Files.readAllBytes(file), before.getBytes(StandardCharsets.UTF_8))) {
				throw new FileSystemException(file.toString(), null, "was changed by somebody else meanwhile; run the command again");
			}
			Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(beside);
		}
	}

	private static Path createBeside(Path file) throws IOException {
		try {
			return Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".tmp");
		} catch (IOException trouble) {
			throw about(file, trouble);
		}
	}

	/** The same trouble, told of the file that was asked for: nobody knows the one beside it, and a disk that is full names none. */
	private static FileSystemException about(Path file, IOException trouble) {
		return switch (trouble) {
			case FileAlreadyExistsException there -> new FileAlreadyExistsException(file.toString());
			case AccessDeniedException denied -> new AccessDeniedException(file.toString());
			case FileSystemException about -> new FileSystemException(file.toString(), null,
					Optional.ofNullable(about.getReason()).orElse(about.getClass().getSimpleName()));
			default -> new FileSystemException(file.toString(), null, trouble.getMessage());
		};
	}
}
