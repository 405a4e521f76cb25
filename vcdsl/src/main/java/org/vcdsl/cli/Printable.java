package org.vcdsl.cli;

/** Text that others wrote, made fit for a line of a terminal. */
final class Printable {

	private Printable() {
	}

	/** Line feeds, escapes and other control characters become blanks. */
	static String onOneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ").strip();
	}
}
