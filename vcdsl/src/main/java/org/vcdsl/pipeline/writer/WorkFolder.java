package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code .vcd-NAME} beside the folder NAME, for as long as a run writes: a lock, so that there is only one, and the tree that it makes.
 *
 * <p>A tree is named after its own inode. After a kill, one that still has that name's inode was never exchanged, so all of it is
 * ours; one that has another inode is the old tree.
 */
final class WorkFolder implements AutoCloseable {

	private static final String PREFIX = ".vcd-";
	private static final String LOCK = "lock";
	private static final String SCRATCH = "scratch";
	private static final String UNNAMED = "unnamed";
	private static final String TREE = "tree-";

	private final Path folder;
	private final FileChannel lock;

	private WorkFolder(Path folder, FileChannel lock) {
		this.folder = folder;
		this.lock = lock;
	}

	/** Where a run that is killed leaves its work. */
	static Path beside(Path target) {
		return target.resolveSibling(PREFIX + target.getFileName());
	}

	/**
	 * Waits until no other run writes to the target, and finishes what runs have left that were killed.
	 *
	 * @return empty where no folder can be made, or no file locked
	 * @throws FileSystemException if another run is still writing when the patience has ended
	 */
	static Optional<WorkFolder> open(Path target, Duration patience) throws IOException {
		var folder = beside(target);
		Changes.requireFolderOrNothing(folder);
		var end = System.nanoTime() + patience.toNanos();
		while (true) {
			try {
				var lock = tryLock(folder);
				if (lock.isPresent()) {
					return Optional.of(new WorkFolder(folder, lock.get()).whenFinished(target));
				}
			} catch (CannotLockException here) {
				return Optional.empty();
			}
			if (System.nanoTime() - end > 0) {
				throw new FileSystemException(target.toString(), null, "another vcd is writing here; run the command again when it has ended");
			}
			pause();
		}
	}

	private static final class CannotLockException extends IOException {

		private static final long serialVersionUID = 1;

		CannotLockException(IOException cause) {
			super(cause);
		}
	}

	/** Empty if another run has the lock. Who had it before deletes the file, so it must be the same one before and after. */
	private static Optional<FileChannel> tryLock(Path folder) throws CannotLockException {
		var file = folder.resolve(LOCK);
		FileChannel channel = null;
		try {
			Files.createDirectories(folder);
			createIfAbsent(file);
			var before = keyOf(file);
			channel = FileChannel.open(file, StandardOpenOption.WRITE);
			if (channel.tryLock() != null && keyOf(file).equals(before)) {
				var locked = channel;
				channel = null;
				return Optional.of(locked);
			}
			return Optional.empty();
		} catch (NoSuchFileException deletedMeanwhile) {
			return Optional.empty();
		} catch (OverlappingFileLockException otherThread) {
			return Optional.empty();
		} catch (IOException cannot) {
			throw new CannotLockException(cannot);
		} finally {
			closeQuietly(channel);
		}
	}

	private static void createIfAbsent(Path file) throws IOException {
		try {
			Files.createFile(file);
		} catch (FileAlreadyExistsException locked) {
			// by another run, or left by one that was killed
		}
	}

	private static Optional<Object> keyOf(Path file) throws IOException {
		return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey());
	}

	private static void closeQuietly(FileChannel channel) {
		try {
			if (channel != null) {
				channel.close();
			}
		} catch (IOException harmless) {
			// Nothing was written to it.
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(Duration.ofMillis(20));
		} catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while another vcd was writing", interruption);
		}
	}

	private WorkFolder whenFinished(Path target) throws IOException {
		try {
			finishAbandoned(target);
			return this;
		} catch (IOException trouble) {
			lock.close();
			throw trouble;
		}
	}

	private void finishAbandoned(Path target) throws IOException {
		clear();
		for (var oldTree : trees()) {
			new OldTree(oldTree, target).retire();
		}
	}

	/** Deletes all but old trees. */
	private void clear() throws IOException {
		Disk.deleteTree(folder.resolve(SCRATCH));
		Disk.deleteTree(folder.resolve(UNNAMED));
		for (var tree : trees()) {
			if (!isOld(tree)) {
				Disk.deleteTree(tree);
			}
		}
	}

	/** New and old ones; no link that somebody has put here, which would lead elsewhere. */
	private List<Path> trees() throws IOException {
		var trees = new ArrayList<Path>();
		try (var entries = Files.newDirectoryStream(folder, TREE + "*")) {
			for (var entry : entries) {
				if (Disk.isFolder(entry)) {
					trees.add(entry);
				}
			}
		}
		return trees;
	}

	private static boolean isOld(Path tree) throws IOException {
		return !tree.getFileName().toString().equals(TREE + inode(tree));
	}

	/** Zero where there are none, as there trees are not exchanged either. */
	private static long inode(Path file) throws IOException {
		return file.getFileSystem().supportedFileAttributeViews().contains("unix")
				? (Long) Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS)
				: 0;
	}

	/** Makes an empty folder for a new tree, with the owner and the permissions of the old one if there is any. */
	Path makeTree(Path old) throws IOException {
		var unnamed = folder.resolve(UNNAMED);
		if (Disk.exists(old)) {
			Files.copy(old, unnamed, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
		} else {
			Files.createDirectory(unnamed);
		}
		return Files.move(unnamed, folder.resolve(TREE + inode(unnamed)));
	}

	/** A folder for what is needed on the way. */
	Path scratch() throws IOException {
		return Files.createDirectories(folder.resolve(SCRATCH));
	}

	/** Waits until the disk knows what stands here and beside. */
	void force() throws IOException {
		Disk.forceAll(List.of(folder, folder.toAbsolutePath().getParent()));
	}

	/** Leaves nothing, unless there is something in it that is not ours. */
	@Override
	public void close() throws IOException {
		try (lock) {
			clear();
			Files.deleteIfExists(folder.resolve(LOCK));
			Files.deleteIfExists(folder);
		} catch (DirectoryNotEmptyException inUse) {
			// Another run has made its lock, or a tree is left for the next run to finish.
		}
	}
}
