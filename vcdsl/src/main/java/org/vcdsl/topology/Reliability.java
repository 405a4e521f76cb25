package org.vcdsl.topology;

import java.time.Duration;
import java.util.Optional;

/**
 * How often something fails and how long its repair takes, as far as stated.
 *
 * @param mtbf mean time between failures
 * @param mttr mean time to repair
 */
public record Reliability(Optional<Duration> mtbf, Optional<Duration> mttr) {

	/** Nothing is stated. */
	public static final Reliability UNSTATED = new Reliability(Optional.empty(), Optional.empty());
}
