package org.vcdsl.facts;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a kernel of a release was configured.
 *
 * @param kernel the package it was read in
 * @param values {@code y}, {@code m}, {@code n}, or {@code absent} where that kernel does not know the symbol; by symbol without
 *        {@code CONFIG_}, sorted
 */
public record KernelConfiguration(String name, Optional<String> kernel, Optional<String> architecture, Map<String, String> values,
		Provenance provenance) implements CatalogueFact {

	public KernelConfiguration {
		values = Collections.unmodifiableMap(new TreeMap<>(values));
	}

	/**
	 * Whether an option is there, built in or as a module; empty when nothing is known of it. That a kernel does not know a symbol
	 * answers nothing: what it stood for may always be on by now.
	 */
	public Optional<Boolean> has(String option) {
		return Optional.ofNullable(values.get(option)).filter(value -> !value.equals("absent"))
				.map(value -> value.equals("y") || value.equals("m"));
	}
}
