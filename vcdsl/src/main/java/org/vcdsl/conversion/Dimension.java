package org.vcdsl.conversion;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a quantity measures, with its units by ascending size, each worth so many base units.
 *
 * <p>Binary prefixes follow IEC 80000-13: 1 GiB is 1,073,741,824 bytes; GB is left out since it is written for both. Months and
 * years are left out because they have no fixed length.
 */
public enum Dimension {
	/** In bytes. */
	MEMORY("memory", units("B", 1, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40, "PiB", 1L << 50)),
	/** In thousandths of a core. */
	CPU("CPU", units("mcpu", 1, "core", 1000)),
	/** In watts. */
	POWER("power", units("W", 1, "kW", 1_000, "MW", 1_000_000)),
	/** In seconds. */
	TIME("time", units("s", 1, "min", 60, "h", 3600, "d", 86_400)),
	/** In bits a second. */
	BANDWIDTH("bandwidth", units("bps", 1, "Kbps", 1_000, "Mbps", 1_000_000, "Gbps", 1_000_000_000, "Tbps", 1_000_000_000_000L)),
	/** In thousandths of a percent, so that {@code 99.995 %} is whole. */
	SHARE("a share", units("%", 1000));

	private final String label;
	private final Map<String, BigDecimal> units;

	Dimension(String label, Map<String, BigDecimal> units) {
		this.label = label;
		this.units = units;
	}

	/** As a reader calls it. */
	public String label() {
		return label;
	}

	/** Base units in one unit, by the unit's name, ascending. */
	public Map<String, BigDecimal> units() {
		return units;
	}

	private static Map<String, BigDecimal> units(Object... pairs) {
		var units = new LinkedHashMap<String, BigDecimal>();
		for (var i = 0; i < pairs.length; i += 2) {
			units.put((String) pairs[i], BigDecimal.valueOf(((Number) pairs[i + 1]).longValue()));
		}
		return Collections.unmodifiableMap(units);
	}
}
