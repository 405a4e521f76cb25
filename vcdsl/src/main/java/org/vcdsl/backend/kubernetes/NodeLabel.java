package org.vcdsl.backend.kubernetes;

import java.util.Locale;

import org.vcdsl.topology.FailureDomain;

/** A label by which pods tell nodes from each other. */
enum NodeLabel {
	NODE, DECLARATION, HOST, RACK, ROOM, SITE;

	/** Ours, since those of kubernetes.io are for cluster administrators and cloud providers (Kubernetes, Labels and Selectors). */
	private static final String PREFIX = "vcdsl.org/";

	/** As Kubernetes knows it: {@code vcdsl.org/rack}. */
	String key() {
		return PREFIX + name().toLowerCase(Locale.ROOT);
	}

	/** The one whose value says in which failure domain of a kind a node stands; each node is a kernel. */
	static NodeLabel of(FailureDomain domain) {
		return switch (domain) {
			case SITE -> SITE;
			case ROOM -> ROOM;
			case RACK -> RACK;
			case HOST -> HOST;
			case KERNEL -> NODE;
			case FEED, SWITCH -> throw new IllegalArgumentException("A node may have several: " + domain.label());
		};
	}
}
