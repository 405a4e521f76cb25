package org.vcdsl.conversion;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.vcdsl.topology.Demand;

/**
 * Reads quantities as written, exactly: no rounding, no floating point.
 *
 * <p>All methods throw {@link ValueException} with a message for the architect when the text is not such a quantity.
 */
public final class Quantities {

	private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Za-z%]*)");
	/** Enough for any quantity; the time to read a number is quadratic in its length. */
	private static final int MOST_DIGITS = 60;
	private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
	private static final Pattern RATIO = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?):1");

	private Quantities() {
	}

	/** So many base units of a dimension: whole and at most 2^60. */
	public static long parse(String text, Dimension dimension) {
		var quantity = QUANTITY.matcher(text.strip());
		if (!quantity.matches()) {
			throw new ValueException("'%s' is not a quantity of %s. Write a number and a unit: %s."
					.formatted(text, dimension.label(), unitNames(dimension)));
		}
		var unit = quantity.group(2);
		var factor = dimension.units().get(unit);
		if (factor == null) {
			throw unit.isEmpty() ? new ValueException("'%s' has no unit. Write %s.".formatted(text, unitNames(dimension)))
					: UnknownUnits.refusal(unit, dimension);
		}
		if (quantity.group(1).length() > MOST_DIGITS) {
			throw new ValueException("'%s' has more than %s digits.".formatted(text, MOST_DIGITS));
		}
		return whole(new BigDecimal(quantity.group(1)).multiply(factor), text, dimension);
	}

	/** A request and a limit with {@code ..} between; one quantity is both. */
	public static Demand parseDemand(String text, Dimension dimension) {
		var ends = text.split("\\.\\.", 2);
		var request = parse(ends[0], dimension);
		var limit = ends.length == 1 ? request : parse(ends[1], dimension);
		if (limit < request) {
			throw new ValueException("The limit '%s' is below the request '%s'.".formatted(ends[1].strip(), ends[0].strip()));
		}
		return new Demand(request, limit);
	}

	/** A whole number in a range, both ends included. */
	public static int parseInt(String text, int least, int most) {
		if (!WHOLE.matcher(text).matches() || Long.parseLong(text) < least || Long.parseLong(text) > most) {
			throw new ValueException("'%s' is not a whole number from %s to %s.".formatted(text, least, most));
		}
		return Integer.parseInt(text);
	}

	/** Numbers from the first to the last, both included; neither is above 2^31 - 1. */
	public static Range parseRange(String first, String last) {
		var from = parseInt(first, 0, Integer.MAX_VALUE);
		var to = parseInt(last, 0, Integer.MAX_VALUE);
		if (to < from) {
			throw new ValueException("The range '%s..%s' is reversed. Write '%s..%s'.".formatted(first, last, last, first));
		}
		return new Range(from, to);
	}

	/** The first part of a ratio such as {@code 4:1}; at least 1. */
	public static BigDecimal parseRatio(String text) {
		var ratio = RATIO.matcher(text);
		if (!ratio.matches() || new BigDecimal(ratio.group(1)).compareTo(BigDecimal.ONE) < 0) {
			throw new ValueException("'%s' is not a ratio. Write '4:1' for four promised where there is one.".formatted(text));
		}
		return new BigDecimal(ratio.group(1));
	}

	private static long whole(BigDecimal value, String text, Dimension dimension) {
		if (value.compareTo(BigDecimal.valueOf(1L << 60)) > 0) {
			throw new ValueException("'%s' is more than any datacentre has.".formatted(text));
		}
		try {
			return value.longValueExact();
		} catch (ArithmeticException fraction) {
			throw new ValueException("'%s' is finer than VCDSL counts %s: in %s.".formatted(text, dimension.label(),
					dimension == Dimension.SHARE ? "thousandths of a percent" : dimension.units().keySet().iterator().next()));
		}
	}

	private static String unitNames(Dimension dimension) {
		return String.join(", ", dimension.units().keySet());
	}
}
