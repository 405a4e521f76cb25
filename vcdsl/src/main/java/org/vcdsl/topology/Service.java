package org.vcdsl.topology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that must stay up. It is up when all its needs are met.
 *
 * @param survivals losses it is meant to survive, each by itself
 * @param availability the goal as a fraction of time, 0 to 1
 */
public record Service(String name, SourceRange source, List<Need> needs, List<Survival> survivals,
		Optional<BigDecimal> availability) implements Element {

	public Service {
		needs = List.copyOf(needs);
		survivals = List.copyOf(survivals);
	}

	/** Failure domains lost together. */
	public record Survival(List<Loss> losses, SourceRange source) {

		public Survival {
			losses = List.copyOf(losses);
		}
	}

	/**
	 * So many failure domains of a kind.
	 *
	 * @param count at least 1
	 */
	public record Loss(int count, FailureDomain domain) {
	}
}
