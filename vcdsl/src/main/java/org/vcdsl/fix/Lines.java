package org.vcdsl.fix;

/** Where the lines of a text begin and end. */
record Lines(String text) {

	/** Offset of the first character of a line. */
	int start(int offset) {
		return text.lastIndexOf('\n', offset - 1) + 1;
	}

	/** Offset behind the last character of a line that is no part of a line break. */
	int end(int offset) {
		var end = text.indexOf('\n', offset);
		return end < 0 ? text.length() : end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
	}

	/** Offset of the line behind. */
	int next(int offset) {
		var end = text.indexOf('\n', offset);
		return end < 0 ? text.length() : end + 1;
	}

	/** Offset of the first of the blanks in front of an offset, in its line. */
	int startOfBlanks(int offset) {
		var start = offset;
		while (start > 0 && isBlank(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/** Offset behind the last of the blanks at an offset, in its line. */
	int endOfBlanks(int offset) {
		var end = offset;
		while (end < text.length() && isBlank(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** Whether nothing but blanks stands between two offsets. */
	boolean isBlank(int from, int to) {
		return text.substring(from, to).isBlank();
	}

	/** The line break that the text uses first. */
	String lineBreak() {
		var feed = text.indexOf('\n');
		return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t';
	}
}
