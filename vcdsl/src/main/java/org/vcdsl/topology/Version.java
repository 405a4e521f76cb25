package org.vcdsl.topology;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version made of numbers, most significant first. It may be known to its first parts only: {@code 6.1} stands for every
 * {@code 6.1.x}, which is why comparisons may have no answer.
 *
 * @param parts at least one, none negative
 */
public record Version(List<BigInteger> parts) {

	private static final Pattern DOTTED = Pattern.compile("\\d+(\\.\\d+)*");

	public Version {
		parts = List.copyOf(parts);
		if (parts.isEmpty() || parts.stream().anyMatch(part -> part.signum() < 0)) {
			throw new IllegalArgumentException("Not a version: " + parts);
		}
	}

	/** The version written as numbers with dots between; empty for any other text. */
	public static Optional<Version> parse(String text) {
		return DOTTED.matcher(text).matches()
				? Optional.of(new Version(Arrays.stream(text.split("\\.")).map(BigInteger::new).toList()))
				: Optional.empty();
	}

	/** This version known to its first {@code count} parts only. */
	public Version known(int count) {
		return count >= parts.size() ? this : new Version(parts.subList(0, count));
	}

	/**
	 * How this version compares with a bound, at the precision in which the bound is written: {@code 6.1.128} equals the bound
	 * {@code 6.1}. Negative, zero or positive; empty when parts decide that this version leaves open.
	 */
	public Optional<Integer> compareWithBound(Version bound) {
		for (var i = 0; i < bound.parts.size(); i++) {
			if (i == parts.size()) {
				return Optional.empty();
			}
			var order = parts.get(i).compareTo(bound.parts.get(i));
			if (order != 0) {
				return Optional.of(order);
			}
		}
		return Optional.of(0);
	}

	/** This version without zeros at its end: as a lower bound it means the same. */
	public Version withoutTrailingZeros() {
		var end = parts.size();
		while (end > 1 && parts.get(end - 1).signum() == 0) {
			end--;
		}
		return known(end);
	}

	@Override
	public String toString() {
		return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
	}
}
