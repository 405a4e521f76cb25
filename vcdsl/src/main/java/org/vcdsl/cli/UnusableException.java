package org.vcdsl.cli;

/** The command, or a file it was given, cannot be used; the message is for the user. */
final class UnusableException extends RuntimeException {

	private static final long serialVersionUID = 1;

	UnusableException(String message) {
		super(message);
	}
}
