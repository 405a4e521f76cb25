package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A network switch.
 *
 * @param uplinks names of the switches it reaches the edge through: any one suffices
 * @param edge whether the outside world is reached here: a switch without an uplink always is an edge
 */
public record Switch(String name, SourceRange source, Optional<String> location, OptionalInt ports,
		OptionalLong bitsPerSecond, Supply supply, List<String> uplinks, boolean edge,
		Reliability reliability) implements Element {

	public Switch {
		uplinks = List.copyOf(uplinks);
		edge = edge || uplinks.isEmpty();
	}
}
