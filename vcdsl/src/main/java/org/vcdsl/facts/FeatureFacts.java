package org.vcdsl.facts;

import java.util.List;
import java.util.Optional;

import org.vcdsl.topology.Version;

/**
 * Something a Linux kernel can do.
 *
 * @param since first upstream version that can do it; vendors carry it back to older ones
 * @param options symbols without {@code CONFIG_} that it takes, all of them
 * @param privilege what its user needs: a capability, {@code root}, {@code none}
 * @param purposes what uses it
 */
public record FeatureFacts(String name, Optional<String> category, Optional<Version> since, List<String> options,
		Optional<String> privilege, List<String> purposes, Provenance provenance) implements CatalogueFact {

	public FeatureFacts {
		options = List.copyOf(options);
		purposes = List.copyOf(purposes);
	}
}
