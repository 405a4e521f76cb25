package org.vcdsl.messages;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What somebody may have meant who wrote an unknown name. */
public final class NearNames {

	private static final int MOST = 3;

	private NearNames() {
	}

	/** At most three of the known names that differ in at most a third of the letters, nearest first. */
	public static List<String> of(String written, Stream<String> known) {
		var most = Math.max(1, written.length() / 3);
		return known.distinct().filter(name -> distance(written, name) <= most)
				.sorted(Comparator.<String>comparingInt(name -> distance(written, name)).thenComparing(Comparator.naturalOrder()))
				.limit(MOST).toList();
	}

	/**
	 * The least number of characters to insert, delete or replace, or of neighbours to exchange, upper and lower case being equal: the
	 * optimal string alignment distance (F. Damerau, A technique for computer detection and correction of spelling errors, 1964).
	 * Takes time and space in the product of the lengths.
	 */
	private static int distance(String one, String other) {
		var distances = new int[one.length() + 1][other.length() + 1];
		for (var i = 0; i <= one.length(); i++) {
			for (var j = 0; j <= other.length(); j++) {
				distances[i][j] = i == 0 ? j : j == 0 ? i : distance(distances, one, i, other, j);
			}
		}
		return distances[one.length()][other.length()];
	}

	private static int distance(int[][] distances, String one, int i, String other, int j) {
		var least = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
		least = Math.min(least, distances[i - 1][j - 1] + (same(one, i, other, j) ? 0 : 1));
		var exchanged = i > 1 && j > 1 && same(one, i, other, j - 1) && same(one, i - 1, other, j);
		return exchanged ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
	}

	private static boolean same(String one, int i, String other, int j) {
		return Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
	}
}
