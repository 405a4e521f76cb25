package org.vcdsl.messages;

/**
 * How the text would have to be read so that parsing can go on behind an error.
 *
 * @param message what is wrong
 * @param silentFrom offset from which text is passed over in front of the error
 * @param from offset of the error
 * @param to offset behind what is passed over from the error on; the same when nothing is
 * @param closing how many closing braces are taken for written in front of it
 * @param packaged whether a package is taken for written in front of it
 */
public record Repair(String message, int silentFrom, int from, int to, int closing, boolean packaged) {

	/** Passes some text over. */
	static Repair passOver(String message, int from, int to) {
		return new Repair(message, from, from, to, 0, false);
	}
}
