package org.vcdsl.scoping;

import java.util.stream.IntStream;

/** How far two names are apart. */
final class EditDistance {

	private EditDistance() {
	}

	/**
	 * The least number of characters to insert, delete or replace, upper and lower case being equal. V. Levenshtein, 1966; time in
	 * the product of the lengths.
	 */
	static int between(String one, String other) {
		var previous = IntStream.rangeClosed(0, other.length()).toArray();
		for (var i = 1; i <= one.length(); i++) {
			var current = new int[other.length() + 1];
			current[0] = i;
			for (var j = 1; j <= other.length(); j++) {
				var same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
				current[j] = Math.min(previous[j - 1] + (same ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
			}
			previous = current;
		}
		return previous[other.length()];
	}
}
