package org.vcdsl.analysis.kernel;

import java.util.List;

import org.vcdsl.analysis.kernel.catalogue.Answer;
import org.vcdsl.topology.Element;

/**
 * Whether software gets what it needs from the system it runs on.
 *
 * @param software as an architect names it: {@code docker 27.3}
 * @param users the elements concerned, all of one declaration and alike: those that run the software, or are run by it
 */
public record SoftwareFit(Kind kind, String software, List<Element> users, Answer answer) {

	/** What the software is there for. */
	public enum Kind {
		/** It starts containers. */
		ENGINE,
		/** It carries virtual machines. */
		HYPERVISOR,
		/** It makes machines one. */
		ORCHESTRATOR,
		/** It runs a micro virtual machine, on the kernel of a host. */
		MONITOR_HOST,
		/** The same, with the kernel inside. */
		MONITOR_GUEST
	}

	public SoftwareFit {
		users = List.copyOf(users);
	}
}
