package org.vcdsl.topology;

import java.util.Locale;
import java.util.Optional;

/**
 * A place that contains hosts, feeds and switches, and takes them with it when it is lost.
 *
 * @param within the location around this one
 */
public record Location(String name, SourceRange source, Kind kind, Optional<String> within) implements Element {

	/** From the outside to the inside. */
	public enum Kind {
		SITE, ROOM, RACK;

		/** As written in the language: {@code rack}. */
		public String label() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
