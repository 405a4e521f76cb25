package org.vcdsl.analysis.capacity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: shares of shares, where rounding would decide who fits.
 *
 * @param numerator shares no factor with the denominator
 * @param denominator at least 1
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

	public static final Fraction ZERO = of(0);
	public static final Fraction ONE = of(1);

	public Fraction {
		var factor = numerator.gcd(denominator);
		numerator = numerator.divide(factor);
		denominator = denominator.divide(factor);
	}

	/** A whole number. */
	public static Fraction of(long number) {
		return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
	}

	/** A decimal number. */
	public static Fraction of(BigDecimal number) {
		var written = number.stripTrailingZeros();
		var digits = Math.max(0, written.scale());
		return new Fraction(written.movePointRight(digits).toBigIntegerExact(), BigInteger.TEN.pow(digits));
	}

	public Fraction plus(Fraction other) {
		return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
				denominator.multiply(other.denominator));
	}

	public Fraction minus(Fraction other) {
		return plus(other.times(of(-1)));
	}

	public Fraction times(Fraction other) {
		return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
	}

	/** Divided by something above zero. */
	public Fraction dividedBy(Fraction other) {
		return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
	}

	public boolean isWhole() {
		return denominator.equals(BigInteger.ONE);
	}

	/** With so many digits behind the point, for readers. */
	public BigDecimal rounded(int digits) {
		return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP);
	}

	@Override
	public int compareTo(Fraction other) {
		return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
	}
}
