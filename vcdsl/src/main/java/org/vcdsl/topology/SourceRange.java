package org.vcdsl.topology;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file the file's name as the user gave it, with '/' between folders
 * @param offset of the first character, from 0
 * @param length in characters
 * @param line of the first character, from 1
 * @param column of the first character, from 1
 * @param endLine of the position behind the last character, from 1
 * @param endColumn of the position behind the last character, from 1
 */
public record SourceRange(String file, int offset, int length, int line, int column, int endLine, int endColumn)
		implements Comparable<SourceRange> {

	private static final Comparator<SourceRange> READING_ORDER = Comparator.comparing(SourceRange::file)
			.thenComparingInt(SourceRange::line).thenComparingInt(SourceRange::column)
			.thenComparingInt(SourceRange::endLine).thenComparingInt(SourceRange::endColumn);

	/** By file, line and column: the order in which findings are printed. */
	@Override
	public int compareTo(SourceRange other) {
		return READING_ORDER.compare(this, other);
	}
}
