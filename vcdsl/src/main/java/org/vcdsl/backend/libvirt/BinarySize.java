package org.vcdsl.backend.libvirt;

import org.vcdsl.backend.XmlElement;

/** Sizes as libvirt writes them: a number and its unit. */
final class BinarySize {

	private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};

	private BinarySize() {
	}

	/** An element that holds exactly so many bytes, in the largest unit that needs no fraction. */
	static XmlElement element(String name, long bytes) {
		var unit = 0;
		var amount = bytes;
		while (amount != 0 && amount % 1024 == 0 && unit < UNITS.length - 1) {
			amount /= 1024;
			unit++;
		}
		return XmlElement.text(name, Long.toString(amount)).with("unit", UNITS[unit]);
	}
}
