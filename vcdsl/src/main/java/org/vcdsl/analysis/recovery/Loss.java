package org.vcdsl.analysis.recovery;

import java.util.Optional;

import org.vcdsl.analysis.failure.FailureEvent;
import org.vcdsl.topology.FailureDomain;

/**
 * The loss of one failure domain by location.
 *
 * @param domain a host, a rack, a room or a site
 * @param element its name
 */
public record Loss(FailureDomain domain, String element) {

	public Loss {
		event(domain).orElseThrow(() -> new IllegalArgumentException("Nothing stands in a " + domain.label()));
	}

	/** The loss of a failure domain; empty where it is no location. */
	public static Optional<Loss> of(FailureDomain domain, String element) {
		return event(domain).map(kind -> new Loss(domain, element));
	}

	/** The event of the failure model that this is. */
	FailureEvent.Kind event() {
		return event(domain).orElseThrow();
	}

	private static Optional<FailureEvent.Kind> event(FailureDomain domain) {
		return switch (domain) {
			case HOST -> Optional.of(FailureEvent.Kind.HARDWARE);
			case RACK, ROOM, SITE -> Optional.of(FailureEvent.Kind.LOCATION);
			case FEED, SWITCH, KERNEL -> Optional.empty();
		};
	}
}
