package org.vcdsl.topology;

import java.util.List;

/**
 * The feeds something draws power from, and how many of them it needs at once.
 *
 * @param required at least 1, at most the number of feeds; 0 when no feed is stated, which models no dependency
 * @param feeds names of distinct feeds, in the order written
 */
public record Supply(int required, List<String> feeds) {

	/** No feed is stated. */
	public static final Supply UNSTATED = new Supply(0, List.of());

	public Supply {
		feeds = List.copyOf(feeds);
		if (required < 0 || required > feeds.size() || required == 0 && !feeds.isEmpty()) {
			throw new IllegalArgumentException(required + " of " + feeds.size() + " feeds");
		}
	}

	/** Whether a feed is stated at all. */
	public boolean isStated() {
		return !feeds.isEmpty();
	}
}
