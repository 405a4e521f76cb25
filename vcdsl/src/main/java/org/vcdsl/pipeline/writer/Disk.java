package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What is done to files and folders so that it outlasts a power cut, and undone without following links. */
final class Disk {

	private static final int AT_ONCE = 16;

	private Disk() {
	}

	/**
	 * Writes a file that is not there yet.
	 *
	 * @param name what an error calls the file
	 */
	static void write(Path file, byte[] content, Path name) throws IOException {
		try {
			Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		} catch (FileSystemException about) {
			throw about;
		} catch (IOException full) {
			// A disk that is full does not say which file it has no room for.
			throw new FileSystemException(name.toString(), null, full.getMessage());
		}
	}

	/**
	 * Waits until the disk has these files, and knows what these folders hold. Many at once share the disk's work, so that a file takes
	 * about a millisecond, and not ten.
	 */
	static void forceAll(Collection<Path> files) throws IOException {
		try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (var forced : threads.invokeAll(files.stream().map(file -> (Callable<Void>) () -> force(file)).toList())) {
				forced.get();
			}
		} catch (ExecutionException failed) {
			throw new IOException(failed.getCause().getMessage(), failed.getCause());
		} catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while writing", interruption);
		}
	}

	private static Void force(Path file) throws IOException {
		var isFolder = isFolder(file);
		try (var channel = FileChannel.open(file, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
			channel.force(true);
		} catch (AccessDeniedException denied) {
			if (!isFolder) {
				throw denied;
			}
			// Windows opens no folders.
		}
		return null;
	}

	/** Deletes a folder and all in it, or a file; links are deleted, not followed. */
	static void deleteTree(Path tree) throws IOException {
		if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
			try (var entries = Files.newDirectoryStream(tree)) {
				for (var entry : entries) {
					deleteTree(entry);
				}
			}
		}
		Files.deleteIfExists(tree);
	}

	static boolean isEmpty(Path folder) throws IOException {
		try (var entries = Files.newDirectoryStream(folder)) {
			return !entries.iterator().hasNext();
		}
	}

	/** Whether there is something of that name, be it a link that leads nowhere. */
	static boolean exists(Path file) {
		return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
	}

	/** Whether it is a folder, and no link to one. */
	static boolean isFolder(Path file) {
		return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
	}
}
