package org.vcdsl.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vcdsl.topology.Demand;

class QuantitiesTest {

	@ParameterizedTest
	@CsvSource({
			"MEMORY,    16 GiB,                17179869184",
			"MEMORY,    16GiB,                 17179869184",
			"MEMORY,    1.5 KiB,               1536",
			"MEMORY,    0 B,                   0",
			"STORAGE,   1024 PiB,              1152921504606846976",
			"STORAGE,   1152921504606846976 B, 1152921504606846976",
			"CPU,       0.25 core,             250",
			"CPU,       250 mcpu,              250",
			"POWER,     1.2 kW,                1200",
			"TIME,      4 h,                   14400",
			"TIME,      0.5 min,               30",
			"BANDWIDTH, 25 Gbps,               25000000000",
			"SHARE,     99.995 %,              99995" })
	void isReadExactly(Dimension dimension, String text, long baseUnits) {
		assertThat(Quantities.parse(text, dimension)).isEqualTo(baseUnits);
	}

	@ParameterizedTest
	@EnumSource
	void everyUnitIsReadAgain(Dimension dimension) {
		var random = new Random(20270630);
		dimension.units().forEach((unit, factor) -> {
			for (var i = 0; i < 100; i++) {
				var count = random.nextInt(1000);
				assertThat(Quantities.parse(count + " " + unit, dimension)).isEqualTo(factor.longValueExact() * count);
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatIsMeantByASlipIsAUnit(Dimension dimension) {
		assertThat(dimension.units().keySet()).containsAll(dimension.slips().values());
		assertThat(dimension.slips().keySet()).doesNotContainAnyElementsOf(dimension.units().keySet())
				.allSatisfy(slip -> assertThat(slip).isLowerCase());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"MEMORY    | 1152921504606846977 B | '1152921504606846977 B' is more than any datacentre has.",
			"MEMORY    | 1024.0000000001 PiB   | '1024.0000000001 PiB' is more than any datacentre has.",
			"MEMORY    | 1.5 B                 | '1.5 B' is finer than VCDSL counts memory: in B.",
			"SHARE     | 99.9995 %             | '99.9995 %' is finer than VCDSL counts a share: in thousandths of a percent.",
			"MEMORY    | 16                    | '16' has no unit. Write B, KiB, MiB, GiB, TiB, PiB.",
			"MEMORY    | 1e9 B                 | '1e9 B' is not a quantity of memory. Write a number and a unit: B, KiB, MiB, GiB, TiB, PiB.",
			"CPU       | 1.. core              | '1.. core' is not a quantity of CPU. Write a number and a unit: mcpu, core." })
	void saysWhatIsWrongWithANumber(Dimension dimension, String text, String message) {
		assertThat(Refusal.of(() -> Quantities.parse(text, dimension))).isEqualTo(message);
	}

	@Test
	void aNumberOfAMillionDigitsIsRefusedUnread() {
		assertThat(Refusal.of(() -> Quantities.parse("9".repeat(1_000_000) + " B", Dimension.MEMORY))).endsWith("has more than 60 digits.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"MEMORY    | GB        | 'GB' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. GiB counts in powers of 1024.",
			"STORAGE   | mb        | 'mb' is not a unit of storage. Write B, KiB, MiB, GiB, TiB, PiB. MiB counts in powers of 1024.",
			"MEMORY    | G         | 'G' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. GiB counts in powers of 1024.",
			"MEMORY    | Gi        | 'Gi' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. Did you mean 'GiB'?",
			"MEMORY    | gib       | 'gib' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. Did you mean 'GiB'?",
			"MEMORY    | bytes     | 'bytes' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB. Did you mean 'B'?",
			"MEMORY    | kW        | 'kW' is a unit of power, not of memory. Write B, KiB, MiB, GiB, TiB, PiB.",
			"MEMORY    | xyz       | 'xyz' is not a unit of memory. Write B, KiB, MiB, GiB, TiB, PiB.",
			"CPU       | cores     | 'cores' is not a unit of CPU. Write mcpu, core. Did you mean 'core'?",
			"CPU       | m         | 'm' is not a unit of CPU. Write mcpu, core. Did you mean 'mcpu'?",
			"CPU       | GHZ       | 'GHZ' is not a unit of CPU. Write mcpu, core.",
			"CPU       | GiB       | 'GiB' is a unit of memory, not of CPU. Write mcpu, core.",
			"POWER     | kw        | 'kw' is not a unit of power. Write W, kW, MW. Did you mean 'kW'?",
			"POWER     | Watt      | 'Watt' is not a unit of power. Write W, kW, MW. Did you mean 'W'?",
			"TIME      | hours     | 'hours' is not a unit of time. Write s, min, h, d. Did you mean 'h'?",
			"TIME      | H         | 'H' is not a unit of time. Write s, min, h, d. Did you mean 'h'?",
			"TIME      | months    | 'months' is not a unit of time. Write s, min, h, d. Count days: months and years differ in length.",
			"TIME      | x         | 'x' is not a unit of time. Write s, min, h, d.",
			"BANDWIDTH | gbps      | 'gbps' is not a unit of bandwidth. Write bps, Kbps, Mbps, Gbps, Tbps. Did you mean 'Gbps'?",
			"BANDWIDTH | MBps      | 'MBps' is not a unit of bandwidth. Write bps, Kbps, Mbps, Gbps, Tbps. They count bits: a byte has 8.",
			"SHARE     | percent   | 'percent' is not a unit of a share. Write %. Did you mean '%'?" })
	void anUnknownUnitListsThoseOfTheDimension(Dimension dimension, String unit, String message) {
		assertThat(Refusal.of(() -> Quantities.parse("16 " + unit, dimension))).isEqualTo(message);
	}

	@Test
	void aDemandHasARequestAndALimit() {
		assertThat(Quantities.parseDemand("250 mcpu..2 core", Dimension.CPU)).isEqualTo(new Demand(250, 2000));
		assertThat(Quantities.parseDemand("250 mcpu .. 2 core", Dimension.CPU)).isEqualTo(new Demand(250, 2000));
		assertThat(Quantities.parseDemand("1 GiB", Dimension.MEMORY)).isEqualTo(new Demand(1L << 30, 1L << 30));
		assertThat(Refusal.of(() -> Quantities.parseDemand("2 core..250 mcpu", Dimension.CPU)))
				.isEqualTo("The limit '250 mcpu' is below the request '2 core'.");
	}

	@Test
	void aRangeKnowsItsSizeBeforeAnythingIsMade() {
		assertThat(Quantities.parseRange("8443", "8444")).isEqualTo(new Range(8443, 8444)).extracting(Range::size).isEqualTo(2L);
		assertThat(Quantities.parseRange("7", "7").size()).isEqualTo(1);
		assertThat(Quantities.parseRange("0", "2147483647").size()).isEqualTo(2_147_483_648L);
		assertThat(Refusal.of(() -> Quantities.parseRange("40", "1"))).isEqualTo("The range '40..1' is reversed. Write '1..40'.");
		assertThat(Refusal.of(() -> Quantities.parseRange("1", "2147483648")))
				.isEqualTo("'2147483648' is not a whole number from 0 to 2147483647.");
	}

	@Test
	void aRatioIsAtLeastOneToOne() {
		assertThat(Quantities.parseRatio("1.5:1")).isEqualTo(new BigDecimal("1.5"));
		assertThat(Refusal.of(() -> Quantities.parseRatio("1:4")))
				.isEqualTo("'1:4' is not a ratio. Write '4:1' for four promised where there is one.");
	}
}
