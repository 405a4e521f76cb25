package org.vcdsl.cli;

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

/** Puts new text into a file of the user's in one step: whenever it is cut short, the file is the old or the new one. */
final class FileReplacement {

	private FileReplacement() {
	}

	/**
	 * Makes a file, whole or not at all; its folder must be there.
	 *
	 * @throws FileAlreadyExistsException if there is one by now; then that stays
	 */
	static void create(Path file, String text) throws IOException {
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
		} catch (FileSystemException about) {
			throw about;
		} catch (IOException full) {
			// A disk that is full does not say which file it has no room for.
			throw new FileSystemException(file.toString(), null, full.getMessage());
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
	static void replace(Path file, String before, String after) throws IOException {
		if (!Files.isWritable(file)) {
			throw new AccessDeniedException(file.toString());
		}
		var beside = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".tmp");
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
}
