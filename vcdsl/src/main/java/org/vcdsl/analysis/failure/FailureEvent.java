package org.vcdsl.analysis.failure;

/**
 * One thing that may stop working by itself.
 *
 * @param element name of the element it belongs to: a host has several events
 */
public record FailureEvent(Kind kind, String element) {

	/** What stops working. */
	public enum Kind {
		/** A site, room or rack is lost with all that stands in it. */
		LOCATION, FEED, SWITCH,
		/** The host's own hardware. */
		HARDWARE,
		/** The kernel of a host or of a virtual machine crashes. */
		KERNEL, HYPERVISOR, ENGINE, VOLUME
	}
}
