package org.vcdsl.backend;

/**
 * Bytes as people write them: in a unit of a power of 1024.
 *
 * @param unit how a tool names the unit
 */
public record BinarySize(long amount, String unit) {

	private static final int STEP = 1024;

	/**
	 * Exactly so many bytes, in the largest unit that needs no fraction.
	 *
	 * @param units from bytes on, each 1024 times the one before
	 */
	public static BinarySize of(long bytes, String... units) {
		var unit = 0;
		var amount = bytes;
		while (amount != 0 && amount % STEP == 0 && unit < units.length - 1) {
			amount /= STEP;
			unit++;
		}
		return new BinarySize(amount, units[unit]);
	}
}
