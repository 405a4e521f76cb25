package org.vcdsl.finding;

import java.util.Locale;

/** How much a finding matters, least first. */
public enum Severity {
	INFO, WARNING, ERROR;

	/** As printed: {@code warning}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
