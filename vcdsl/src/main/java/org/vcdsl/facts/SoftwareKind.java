package org.vcdsl.facts;

/** What software is to a topology. */
public enum SoftwareKind {
	ENGINE, RUNTIME, HYPERVISOR, ORCHESTRATOR, LIBC, INIT,
	/** Anything else that a kernel or an engine can be too old for. */
	COMPONENT
}
