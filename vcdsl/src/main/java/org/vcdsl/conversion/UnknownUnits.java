package org.vcdsl.conversion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	/** What the unit is not, the units of the dimension, and a hint if there is one. */
	static String message(String unit, Dimension dimension) {
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
