package org.vcdsl.pipeline;

/**
 * A file of VCDSL text.
 *
 * @param name as the architect gave it, with '/' between folders: findings name it so
 * @param isLibrary whether it is only there because something imports its package: it makes no topology, and verdicts on it are left
 *        to whoever checks it itself
 */
public record SourceFile(String name, String text, boolean isLibrary) {

	/** A file that is to be judged. */
	public SourceFile(String name, String text) {
		this(name, text, false);
	}
}
