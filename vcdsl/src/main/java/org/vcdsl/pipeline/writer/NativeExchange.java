package org.vcdsl.pipeline.writer;

import java.nio.file.Path;
import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The exchange that the kernels of Linux (since 3.15) and macOS (since 10.12) offer and Java does not.
 *
 * <p>Not every file system can: ext4, XFS, Btrfs, tmpfs, F2FS and APFS do, NFS does not. See renameat2(2) and renamex_np(2).
 */
final class NativeExchange implements FolderExchange {

	/** {@code AT_FDCWD} of Linux: a path that is not absolute begins in the current folder. */
	private static final int CURRENT_FOLDER = -100;

	/** {@code RENAME_EXCHANGE} of Linux. */
	private static final int RENAME_EXCHANGE = 2;

	/** {@code RENAME_SWAP} of macOS. */
	private static final int RENAME_SWAP = 2;

	private static final String UNPACKED_INTO = "jna.tmpdir";

	private final Path scratch;

	/** JNA unpacks its native part into a scratch folder, so that nothing is written elsewhere, and deletes it when it is loaded. */
	NativeExchange(Path scratch) {
		this.scratch = scratch;
	}

	@Override
	public boolean exchange(Path one, Path other) {
		try {
			return switch (Platform.getOSType()) {
				case Platform.LINUX -> call("renameat2", CURRENT_FOLDER, text(one), CURRENT_FOLDER, text(other), RENAME_EXCHANGE);
				case Platform.MAC -> call("renamex_np", text(one), text(other), RENAME_SWAP);
				default -> false;
			};
		} catch (LinkageError missing) {
			// No JNA, a disk from which nothing may be executed, or a C library that lacks the function.
			return false;
		}
	}

	private boolean call(String function, Object... arguments) {
		return library().getFunction(function).invokeInt(arguments) == 0;
	}

	private NativeLibrary library() {
		var before = System.getProperty(UNPACKED_INTO);
		if (before != null) {
			return cLibrary();
		}
		System.setProperty(UNPACKED_INTO, scratch.toAbsolutePath().toString());
		try {
			return cLibrary();
		} finally {
			System.clearProperty(UNPACKED_INTO);
		}
	}

	/** Reads paths in the encoding in which Java writes them. */
	private static NativeLibrary cLibrary() {
		return NativeLibrary.getInstance(Platform.C_LIBRARY_NAME,
				Map.of(Library.OPTION_STRING_ENCODING, System.getProperty("sun.jnu.encoding", "UTF-8")));
	}

	private static String text(Path path) {
		return path.toAbsolutePath().toString();
	}
}
