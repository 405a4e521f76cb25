package org.vcdsl.pipeline.writer;

import java.nio.file.Path;

/** Exchanges the names of two folders in one step, where the system and the file system can. */
@FunctionalInterface
interface FolderExchange {

	/**
	 * Gives each of the two the name of the other; at no moment is one of the names free.
	 *
	 * @return false if that cannot be done; then nothing has changed
	 */
	boolean exchange(Path one, Path other);
}
