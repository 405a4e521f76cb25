package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * A container image.
 *
 * @param reference what a registry knows it by, as in {@code registry.example.org/shop/web:3.4.1}
 * @param platforms what it was built for; empty when nobody stated it
 */
public record Image(String name, SourceRange source, Optional<String> reference, List<Platform> platforms,
		List<Requirement> requirements) implements Element {

	public Image {
		platforms = List.copyOf(platforms);
		requirements = List.copyOf(requirements);
	}
}
