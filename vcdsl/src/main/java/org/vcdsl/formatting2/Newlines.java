package org.vcdsl.formatting2;

/** Line breaks, whichever system wrote them. */
final class Newlines {

	private Newlines() {
	}

	static boolean isNewline(char character) {
		return character == '\n' || character == '\r';
	}

	/** Line breaks in a text; a carriage return with its line feed is one. */
	static int count(String text) {
		var count = 0;
		for (var i = 0; i < text.length(); i++) {
			if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
				count++;
			}
		}
		return count;
	}

	/** The line break that a text uses first. */
	static String firstIn(String text) {
		var feed = text.indexOf('\n');
		return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
	}
}
