package org.vcdsl.conversion;

/**
 * Whole numbers in sequence.
 *
 * @param last not below the first
 */
public record Range(int first, int last) {

	public Range {
		if (last < first) {
			throw new IllegalArgumentException("Reversed: %s..%s".formatted(first, last));
		}
	}

	/** How many numbers there are, at most 2^32: to be asked before anything is made for each. */
	public long size() {
		return (long) last - first + 1;
	}
}
