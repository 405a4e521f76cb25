package org.vcdsl.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network that workloads attach to.
 *
 * @param cidr address block, as in {@code 10.0.0.0/24}
 * @param vlan identifier, 1 to 4094
 */
public record Network(String name, SourceRange source, Optional<String> cidr, OptionalInt vlan) implements Element {
}
