package org.vcdsl.conversion;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a quantity measures, with its units by ascending size, each worth so many base units.
 *
 * <p>Binary prefixes follow IEC 80000-13: 1 GiB is 1,073,741,824 bytes; GB is left out since it is written for both. Weeks, months
 * and years are left out: most of them have no fixed length.
 */
public enum Dimension {
	/** In bytes. */
	MEMORY("memory", Bytes.UNITS, Bytes.SLIPS),
	/** In bytes, as memory. */
	STORAGE("storage", Bytes.UNITS, Bytes.SLIPS),
	/** In thousandths of a core. */
	CPU("CPU", units("mcpu", 1, "core", 1000), Map.of("cores", "core", "cpu", "core", "cpus", "core", "vcpu", "core", "vcpus", "core",
			"m", "mcpu", "mcore", "mcpu", "mcores", "mcpu", "millicore", "mcpu", "millicores", "mcpu")),
	/** In watts. */
	POWER("power", units("W", 1, "kW", 1_000, "MW", 1_000_000), Map.of("watt", "W", "watts", "W", "kilowatt", "kW", "kilowatts", "kW")),
	/** In seconds. */
	TIME("time", units("s", 1, "min", 60, "h", 3600, "d", 86_400), Map.ofEntries(Map.entry("sec", "s"), Map.entry("secs", "s"),
			Map.entry("second", "s"), Map.entry("seconds", "s"), Map.entry("m", "min"), Map.entry("mins", "min"),
			Map.entry("minute", "min"), Map.entry("minutes", "min"), Map.entry("hr", "h"), Map.entry("hrs", "h"),
			Map.entry("hour", "h"), Map.entry("hours", "h"), Map.entry("day", "d"), Map.entry("days", "d"))),
	/** In bits a second. */
	BANDWIDTH("bandwidth", units("bps", 1, "Kbps", 1_000, "Mbps", 1_000_000, "Gbps", 1_000_000_000, "Tbps", 1_000_000_000_000L),
			Map.of("kbit", "Kbps", "mbit", "Mbps", "gbit", "Gbps", "tbit", "Tbps", "k", "Kbps", "m", "Mbps", "g", "Gbps", "t", "Tbps")),
	/** In thousandths of a percent, so that {@code 99.995 %} is whole. */
	SHARE("a share", units("%", 1000), Map.of("percent", "%", "pct", "%"));

	private final String label;
	private final Map<String, BigDecimal> units;
	private final Map<String, String> slips;

	Dimension(String label, Map<String, BigDecimal> units, Map<String, String> slips) {
		this.label = label;
		this.units = units;
		this.slips = slips;
	}

	/** As a reader calls it. */
	public String label() {
		return label;
	}

	/** Base units in one unit, by the unit's name, ascending. */
	public Map<String, BigDecimal> units() {
		return units;
	}

	/** What people write for a unit instead of its name, in lower case, and the unit that they mean. */
	Map<String, String> slips() {
		return slips;
	}

	/** Enum constants cannot refer to constants of the enum itself. */
	private static final class Bytes {
		static final Map<String, BigDecimal> UNITS = units("B", 1, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40,
				"PiB", 1L << 50);
		static final Map<String, String> SLIPS = Map.of("byte", "B", "bytes", "B", "ki", "KiB", "mi", "MiB", "gi", "GiB", "ti", "TiB",
				"pi", "PiB");
	}

	private static Map<String, BigDecimal> units(Object... pairs) {
		var units = new LinkedHashMap<String, BigDecimal>();
		for (var i = 0; i < pairs.length; i += 2) {
			units.put((String) pairs[i], BigDecimal.valueOf(((Number) pairs[i + 1]).longValue()));
		}
		return Collections.unmodifiableMap(units);
	}
}
