package org.vcdsl.topology;

/** What a workload is there for, beside serving. */
public enum Role {
	/** It manages hosts and other workloads, so it comes first in every plan. */
	MANAGEMENT,
	/** It is a control plane member of its cluster. */
	CONTROL,
	/** It carries workloads of its cluster. */
	WORKER
}
