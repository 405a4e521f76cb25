package org.vcdsl.analysis.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Equal parts of a sum: members of one declaration that add as much each.
 *
 * @param declaration the name they were declared with
 * @param each in the unit of the sum
 * @param count at least 1
 */
public record Part(String declaration, Fraction each, int count) {

	/** What one member adds. */
	public static Part of(String declaration, long amount) {
		return new Part(declaration, Fraction.of(amount), 1);
	}

	/** Parts that are equal but for their number as one, in the order of their first. */
	public static List<Part> merged(Stream<Part> parts) {
		var counts = new LinkedHashMap<Part, Integer>();
		parts.forEach(part -> counts.merge(new Part(part.declaration, part.each, 1), part.count, Math::addExact));
		return counts.entrySet().stream().map(part -> new Part(part.getKey().declaration, part.getKey().each, part.getValue())).toList();
	}

	/** All of them together. */
	public static Fraction sum(List<Part> parts) {
		return parts.stream().map(part -> part.each.times(Fraction.of(part.count))).reduce(Fraction.ZERO, Fraction::plus);
	}
}
