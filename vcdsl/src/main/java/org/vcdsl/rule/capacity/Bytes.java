package org.vcdsl.rule.capacity;

/** Numbers of bytes for readers, exactly. */
final class Bytes {

	private static final String[] UNITS = { "B", "KiB", "MiB", "GiB", "TiB", "PiB" };

	private Bytes() {
	}

	/** In the largest unit in which the number is whole: {@code 1536 MiB}. */
	static String label(long bytes) {
		var unit = 0;
		var number = bytes;
		while (unit < UNITS.length - 1 && number != 0 && number % 1024 == 0) {
			number /= 1024;
			unit++;
		}
		return number + " " + UNITS[unit];
	}
}
