package org.vcdsl.report;

import java.util.regex.Pattern;

/** Text that Markdown prints as it is, in a paragraph, a heading, a list or a cell of a table. */
final class Markdown {

	/** Punctuation with a meaning somewhere in CommonMark or in tables; a backslash makes it plain. */
	private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]<>#+!|~&]");

	private static final Pattern LINE_BREAKS = Pattern.compile("\\s+");

	private Markdown() {
	}

	/** The text on one line. */
	static String escape(String text) {
		return PUNCTUATION.matcher(LINE_BREAKS.matcher(text).replaceAll(" ").strip()).replaceAll("\\\\$0");
	}
}
