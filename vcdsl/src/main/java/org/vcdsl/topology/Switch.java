package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A network switch.
 *
 * @param uplinks names of the switches it reaches the edge through: any one suffices
 * @param peers names of the switches it has a link with that leads both ways, each of which names it, too
 * @param edge whether the outside world is reached here: a switch without an uplink and without a peer always is an edge
 * @param carries names of the networks it carries; all when empty
 * @param powerWatts what it draws at most
 */
public record Switch(String name, String declaration, SourceRange source, Optional<String> location, OptionalInt ports,
		OptionalLong bitsPerSecond, Supply supply, List<String> uplinks, List<String> peers, boolean edge, List<String> carries,
		OptionalLong powerWatts, Reliability reliability) implements Element {

	public Switch {
		uplinks = List.copyOf(uplinks);
		peers = List.copyOf(peers);
		carries = List.copyOf(carries);
		edge = edge || uplinks.isEmpty() && peers.isEmpty();
	}

	/** Whether traffic of a network passes. */
	public boolean carries(String network) {
		return carries.isEmpty() || carries.contains(network);
	}
}
