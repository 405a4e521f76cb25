package org.vcdsl.topology;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A source of power.
 *
 * @param location where it stands
 * @param capacityWatts the power it can carry
 * @param supply the feeds it stands on itself
 */
public record Feed(String name, SourceRange source, Optional<String> location, OptionalLong capacityWatts,
		Supply supply, Reliability reliability) implements Element {
}
