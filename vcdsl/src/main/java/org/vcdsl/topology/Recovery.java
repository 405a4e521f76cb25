package org.vcdsl.topology;

/** Who starts a workload again elsewhere when what it stands on is lost. */
public enum Recovery {
	/** A manager, without being asked. */
	AUTO,
	/** Somebody. */
	MANUAL
}
