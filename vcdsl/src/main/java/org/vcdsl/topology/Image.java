package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * A container image.
 *
 * @param reference what a registry knows it by, as in {@code registry.example.org/shop/web:3.4.1}
 * @param base the operating system release it was made from: {@code Debian 12}
 * @param platforms what it was built for; empty when nobody stated it
 * @param libc its C library
 * @param init the init system it starts with
 */
public record Image(String name, SourceRange source, Optional<String> reference, Optional<String> base, List<Platform> platforms,
		Optional<Software> libc, Optional<Software> init, List<Requirement> requirements) implements Element {

	public Image {
		platforms = List.copyOf(platforms);
		requirements = List.copyOf(requirements);
	}
}
