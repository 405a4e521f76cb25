package org.vcdsl.topology;

import java.util.List;
import java.util.Optional;

/** What containers stand on: they borrow the kernel of its operating system. */
public sealed interface ContainerHost extends Element permits Host, VirtualMachine {

	/** Absent when nobody stated it. */
	Optional<OperatingSystem> operatingSystem();

	List<ContainerEngine> engines();
}
