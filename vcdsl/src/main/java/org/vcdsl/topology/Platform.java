package org.vcdsl.topology;

import java.util.Optional;

/**
 * What an image was built for, as the OCI image specification names it.
 *
 * @param operatingSystem for instance {@code linux}
 * @param architecture for instance {@code amd64}
 * @param variant for instance {@code v7}
 */
public record Platform(String operatingSystem, String architecture, Optional<String> variant) {

	@Override
	public String toString() {
		return operatingSystem + "/" + architecture + variant.map(name -> "/" + name).orElse("");
	}
}
