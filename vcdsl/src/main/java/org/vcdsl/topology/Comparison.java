package org.vcdsl.topology;

import java.util.Arrays;
import java.util.Optional;

/** How a version is compared with a bound. */
public enum Comparison {
	AT_LEAST(">="), MORE_THAN(">"), AT_MOST("<="), LESS_THAN("<"), EXACTLY("=");

	private final String symbol;

	Comparison(String symbol) {
		this.symbol = symbol;
	}

	/** As written in the language. */
	public String symbol() {
		return symbol;
	}

	/** The comparison written with a symbol. */
	public static Optional<Comparison> of(String symbol) {
		return Arrays.stream(values()).filter(comparison -> comparison.symbol.equals(symbol)).findFirst();
	}

	/** Whether a version satisfies the bound; empty when the version is not known precisely enough to say. */
	public Optional<Boolean> holds(Version version, Version bound) {
		return switch (this) {
			case AT_LEAST -> version.compareWithBound(bound.withoutTrailingZeros()).map(order -> order >= 0);
			case LESS_THAN -> version.compareWithBound(bound.withoutTrailingZeros()).map(order -> order < 0);
			case MORE_THAN -> version.compareWithBound(bound).map(order -> order > 0);
			case AT_MOST -> version.compareWithBound(bound).map(order -> order <= 0);
			case EXACTLY -> version.compareWithBound(bound).map(order -> order == 0);
		};
	}
}
