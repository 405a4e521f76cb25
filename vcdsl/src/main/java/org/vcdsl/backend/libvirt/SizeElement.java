package org.vcdsl.backend.libvirt;

import org.vcdsl.backend.BinarySize;
import org.vcdsl.backend.XmlElement;

/** Sizes as libvirt writes them: a number and its unit. */
final class SizeElement {

	private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};

	private SizeElement() {
	}

	/** An element that holds exactly so many bytes. */
	static XmlElement of(String name, long bytes) {
		var size = BinarySize.of(bytes, UNITS);
		return XmlElement.text(name, Long.toString(size.amount())).with("unit", size.unit());
	}
}
