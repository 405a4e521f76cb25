package org.vcdsl.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.vcdsl.topology.Constraint.Resource;

class AmountTest {

	@Test
	void anAmountIsSaidInTheLargestUnitInWhichItIsWhole() {
		assertThat(label(Resource.MEMORY, 1536L << 20)).isEqualTo("1536 MiB");
		assertThat(label(Resource.DISK, 2L << 40)).isEqualTo("2 TiB");
		assertThat(label(Resource.MEMORY, 1025)).isEqualTo("1025 B");
		assertThat(label(Resource.MEMORY, 0)).isEqualTo("0 B");
		assertThat(label(Resource.CPU, 1000)).isEqualTo("1 core");
		assertThat(label(Resource.CPU, 3000)).isEqualTo("3 cores");
		assertThat(label(Resource.CPU, 2500)).isEqualTo("2500 mcpu");
		assertThat(label(Resource.POWER, 40_000)).isEqualTo("40 kW");
		assertThat(label(Resource.POWER, 3200)).isEqualTo("3200 W");
	}

	@Test
	void whatIsWholeInNoUnitIsRounded() {
		assertThat(third(Resource.MEMORY, 4L << 30)).isEqualTo("about 1.3 GiB");
		assertThat(third(Resource.CPU, 2000)).isEqualTo("about 666.7 mcpu");
		assertThat(third(Resource.CPU, 8000)).isEqualTo("about 2.7 cores");
		assertThat(third(Resource.POWER, 1)).isEqualTo("about 0.3 W");
	}

	@Test
	void fractionsAreExact() {
		var third = Fraction.ONE.dividedBy(Fraction.of(3));

		assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
		assertThat(Fraction.of(new BigDecimal("1.50"))).isEqualTo(Fraction.of(3).dividedBy(Fraction.of(2)));
		assertThat(Fraction.of(new BigDecimal("1E+1"))).isEqualTo(Fraction.of(10));
		assertThat(Fraction.of(1).minus(third)).isEqualTo(third.times(Fraction.of(2)));
		assertThat(Fraction.of(1)).isGreaterThan(third);
	}

	private static String label(Resource resource, long number) {
		return Amount.of(resource, number).label();
	}

	private static String third(Resource resource, long number) {
		return new Amount(resource, Fraction.of(number).dividedBy(Fraction.of(3))).label();
	}
}
