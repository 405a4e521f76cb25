package org.vcdsl.formatting2;

/**
 * A token or a comment, and what is written between it and the word before.
 *
 * @param offset where it begins in the text
 * @param separator blanks that belong between the token before and this one when both stand on one line
 * @param gap what is written in front of it
 * @param column where it begins in its line as written, tabs expanded
 */
record Word(Kind kind, String text, int offset, int separator, Gap gap, int column) {

	/** What a word is in the language. */
	enum Kind {
		/** The brace that begins a body. */
		OPEN,
		/** The brace that ends one. */
		CLOSE,
		/** The first word of an item or of a key with its value. */
		CLAUSE,
		/** Any other word that the language gives. */
		KEYWORD,
		/** A name or a value, or part of one. */
		VALUE,
		/** A comment up to the end of the line. */
		LINE_COMMENT,
		/** A comment that ends where it says so. */
		BLOCK_COMMENT,
		/** The end of the file, a word without text. */
		END
	}

	/**
	 * Blanks and line breaks as written.
	 *
	 * @param offset where it begins in the text
	 * @param breaks line breaks in it
	 * @param isUndefined whether nobody has written it: it stands beside text that a program made
	 */
	record Gap(int offset, String text, int breaks, boolean isUndefined) {

		/** Blanks between two words of one line; -1 when something else is written there. */
		int blanks() {
			return isUndefined || breaks > 0 || text.indexOf('\t') >= 0 ? -1 : text.length();
		}
	}

	boolean isComment() {
		return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
	}

	boolean is(Kind other) {
		return kind == other;
	}

	boolean isSeveralLines() {
		return kind == Kind.BLOCK_COMMENT && Newlines.count(text) > 0;
	}
}
