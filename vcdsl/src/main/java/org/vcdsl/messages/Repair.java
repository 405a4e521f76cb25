package org.vcdsl.messages;

import java.util.Optional;

/**
 * How the text would have to be read so that parsing can go on behind an error.
 *
 * @param message what is wrong
 * @param silentFrom offset from which text is passed over in front of the error
 * @param from offset of the error
 * @param to offset behind what is passed over from the error on; the same when nothing is
 * @param closing how many closing braces are taken for written in front of it
 * @param packaged whether a package is taken for written in front of it
 * @param meant what would have to stand there instead, if only one thing can be meant
 */
public record Repair(String message, int silentFrom, int from, int to, int closing, boolean packaged, Optional<Meant> meant) {

	Repair(String message, int silentFrom, int from, int to, int closing, boolean packaged) {
		this(message, silentFrom, from, to, closing, packaged, Optional.empty());
	}

	/**
	 * A slip that can be told.
	 *
	 * @param length of the text at the error that is to be replaced
	 * @param text what stands there then
	 */
	public record Meant(int length, String text) {
	}

	/** Passes some text over. */
	static Repair passOver(String message, int from, int to) {
		return new Repair(message, from, from, to, 0, false);
	}

	/** The same, where it is known what was meant. */
	public Repair meaning(Optional<Meant> known) {
		return new Repair(message, silentFrom, from, to, closing, packaged, known);
	}
}
