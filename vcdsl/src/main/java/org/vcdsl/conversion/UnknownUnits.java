package org.vcdsl.conversion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.vcdsl.conversion.ValueException.Meant;
import org.vcdsl.messages.NearNames;

/** Says of a word that is not a unit of a dimension what it is instead, or which unit was meant. */
final class UnknownUnits {

	/** In words of two letters a near name is chance. */
	private static final int SHORTEST_MISSPELT = 3;

	private static final Pattern DECIMAL_BYTES = Pattern.compile("(?i)[kmgtp]b?");
	private static final Pattern BYTES_A_SECOND = Pattern.compile("[kKMGT]?i?B(?:ps)?");
	private static final Pattern LONG_TIME = Pattern.compile("(?i)weeks?|months?|years?|yrs?|[wya]");

	private UnknownUnits() {
	}

	/** A unit that the dimension has not: what it is not, the units there are, a hint, and the one that was meant, if that is known. */
	static ValueException refusal(String unit, Dimension dimension) {
		return new ValueException(message(unit, dimension), replacement(unit, dimension).map(meant -> new Meant(unit, meant)));
	}

	/** Modules of memory hold powers of two whatever they are called; of disks, nobody can tell which of the two was meant. */
	private static Optional<String> replacement(String unit, Dimension dimension) {
		if (dimension == Dimension.MEMORY && DECIMAL_BYTES.matcher(unit).matches()) {
			return Optional.of(unit.substring(0, 1).toUpperCase(Locale.ROOT) + "iB");
		}
		var near = isKnown(unit) ? List.<String>of() : nearUnits(unit, dimension);
		return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
	}

	private static boolean isKnown(String unit) {
		return Arrays.stream(Dimension.values()).anyMatch(dimension -> dimension.units().containsKey(unit));
	}

	private static String message(String unit, Dimension dimension) {
		var other = Arrays.stream(Dimension.values()).filter(known -> known.units().containsKey(unit)).findFirst();
		return "%s. Write %s.%s".formatted(
				other.map(known -> "'%s' is a unit of %s, not of %s".formatted(unit, known.label(), dimension.label()))
						.orElseGet(() -> "'%s' is not a unit of %s".formatted(unit, dimension.label())),
				String.join(", ", dimension.units().keySet()),
				explanation(unit, dimension).orElseGet(() -> other.isPresent() ? "" : meant(unit, dimension)));
	}

	private static Optional<String> explanation(String unit, Dimension dimension) {
		return switch (dimension) {
			case MEMORY, STORAGE -> when(DECIMAL_BYTES, unit,
					" %siB counts in powers of 1024.".formatted(unit.substring(0, 1).toUpperCase(Locale.ROOT)));
			case BANDWIDTH -> when(BYTES_A_SECOND, unit, " They count bits: a byte has 8.");
			case TIME -> when(LONG_TIME, unit, " Count days: months and years differ in length.");
			case CPU, POWER, SHARE -> Optional.empty();
		};
	}

	private static Optional<String> when(Pattern pattern, String unit, String explanation) {
		return pattern.matcher(unit).matches() ? Optional.of(explanation) : Optional.empty();
	}

	private static String meant(String unit, Dimension dimension) {
		var near = nearUnits(unit, dimension);
		return near.isEmpty() ? "" : near.stream().collect(Collectors.joining("', '", " Did you mean '", "'?"));
	}

	private static List<String> nearUnits(String unit, Dimension dimension) {
		var units = dimension.units().keySet();
		var slip = dimension.slips().get(unit.toLowerCase(Locale.ROOT));
		if (slip != null) {
			return List.of(slip);
		}
		var inOtherCase = units.stream().filter(unit::equalsIgnoreCase).toList();
		return !inOtherCase.isEmpty() ? inOtherCase
				: unit.length() < SHORTEST_MISSPELT ? List.of() : NearNames.of(unit, units.stream());
	}
}
