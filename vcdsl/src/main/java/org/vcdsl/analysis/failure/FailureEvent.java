package org.vcdsl.analysis.failure;

import java.util.Optional;

/**
 * One thing that may stop working by itself.
 *
 * @param element name of the element it belongs to: a host has several events
 * @param engine name of the container engine meant, of those there
 */
public record FailureEvent(Kind kind, String element, Optional<String> engine) {

	/** What stops working. */
	public enum Kind {
		/** A site, room or rack is lost with all that stands in it. */
		LOCATION, FEED, SWITCH,
		/** The host's own hardware. */
		HARDWARE,
		/** A kernel crashes: that of a host, of a virtual machine, or of a container or pod that brings its own. */
		KERNEL, HYPERVISOR, ENGINE,
		/** A local volume is lost, or one of which nobody stated where it stands. */
		VOLUME
	}

	/** An event of anything but an engine. */
	FailureEvent(Kind kind, String element) {
		this(kind, element, Optional.empty());
	}
}
