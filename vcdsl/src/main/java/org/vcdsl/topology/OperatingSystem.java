package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * An operating system with the kernel it brings.
 *
 * @param name as the catalogue names it: {@code Debian 12}
 * @param cgroup stated, else the release's default
 * @param sources where the catalogue's facts about the release come from
 */
public record OperatingSystem(String name, SourceRange source, Kernel kernel, Optional<CgroupHierarchy> cgroup,
		List<String> sources) {

	public OperatingSystem {
		sources = List.copyOf(sources);
	}
}
