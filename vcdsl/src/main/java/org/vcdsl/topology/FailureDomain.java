package org.vcdsl.topology;

import java.util.Locale;

/** What is lost together. */
public enum FailureDomain {
	SITE, ROOM, RACK, FEED, SWITCH, HOST, KERNEL;

	/** As written in the language: {@code rack}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
