package org.vcdsl.topology;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Storage that outlives the workloads it is attached to.
 *
 * @param host the host whose disks hold it: it lives and dies with that host; absent when nobody stated where it stands
 */
public record Volume(String name, SourceRange source, OptionalLong sizeBytes, Optional<String> host) implements Element {
}
