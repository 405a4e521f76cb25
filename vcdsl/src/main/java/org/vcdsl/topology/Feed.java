package org.vcdsl.topology;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A source of power, or what hands power on.
 *
 * @param location where it stands
 * @param capacityWatts the power it can carry
 * @param supply the feeds it stands on itself
 */
public record Feed(String name, String declaration, SourceRange source, Kind kind, Optional<String> location,
		OptionalLong capacityWatts, Supply supply, Reliability reliability) implements Element {

	/** What an architect calls it; all of them hand power on or lose it. */
	public enum Kind {
		/** Mains, a generator, a transformer. */
		FEED,
		/** A power distribution unit. */
		PDU,
		/** An uninterruptible power supply. */
		UPS;

		/** As written in the language: {@code pdu}. */
		public String label() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
