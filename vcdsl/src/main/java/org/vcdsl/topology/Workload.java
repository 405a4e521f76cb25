package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/**
 * What is placed on a host.
 *
 * <p>A declaration with {@code replicas} makes one workload a replica: {@code web[1]}, {@code web[2]}.
 */
public sealed interface Workload extends Element permits VirtualMachine, Container {

	/** The name it was declared with, shared by all replicas: {@code web} for {@code web[2]}. */
	String declaration();

	/** Name of what it stands on. */
	String standsOn();

	/** What it asks for in bytes; absent when nobody stated it. */
	Optional<Demand> memoryBytes();

	/** Names of the networks it is attached to, in the order written. */
	List<String> nics();
}
