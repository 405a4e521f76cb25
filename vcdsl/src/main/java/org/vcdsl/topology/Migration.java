package org.vcdsl.topology;

/** How a workload may move to another host. */
public enum Migration {
	/** While it runs. */
	LIVE,
	/** Only while it is stopped. */
	COLD
}
