package org.vcdsl.analysis.placement;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vcdsl.topology.Workload;

/**
 * Whether workloads come to stand on some platforms: directly, or on that host through any nesting.
 *
 * <p>Each pool is gone through once, and so are the hosts that machines with one pool can come to stand on.
 */
final class Presence {

	private final Set<String> platforms;
	private final Choices choices;
	/** Of pools and of sets of hosts, by identity: workloads share theirs. */
	private final Map<Object, Share> shares = new IdentityHashMap<>();

	/** How much of what something can come to stand on is among the platforms. */
	private enum Share {
		NOTHING, SOMETHING, EVERYTHING;

		static Share of(Set<Share> parts) {
			return parts.size() == 1 ? parts.iterator().next() : SOMETHING;
		}
	}

	Presence(Collection<String> platforms, Choices choices) {
		this.platforms = Set.copyOf(platforms);
		this.choices = choices;
	}

	/** Whether a workload stands on one of them wherever it is placed. */
	boolean isCertain(Workload workload) {
		return share(workload.pool().candidates(), this::ofCandidate) == Share.EVERYTHING;
	}

	/** Whether a workload can come to stand on one of them. */
	boolean isPossible(Workload workload) {
		return share(workload.pool().candidates(), this::ofCandidate) != Share.NOTHING;
	}

	private Share ofCandidate(String candidate) {
		return platforms.contains(candidate) ? Share.EVERYTHING
				: share(choices.hosts(candidate), host -> platforms.contains(host) ? Share.EVERYTHING : Share.NOTHING);
	}

	private Share share(Collection<String> places, Function<String, Share> part) {
		var known = shares.get(places);
		if (known == null) {
			known = Share.of(places.stream().map(part).collect(Collectors.toSet()));
			shares.put(places, known);
		}
		return known;
	}
}
