package org.vcdsl.pipeline;

/** A placement file cannot be used; the message says where and why, for the user. */
public final class UnreadablePlacementException extends Exception {

	private static final long serialVersionUID = 1;

	UnreadablePlacementException(String message) {
		super(message);
	}
}
