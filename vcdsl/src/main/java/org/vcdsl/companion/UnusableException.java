package org.vcdsl.companion;

/** A file, or the command that names it, cannot be used; the message is for the user. */
public final class UnusableException extends RuntimeException {

	private static final long serialVersionUID = 1;

	public UnusableException(String message) {
		super(message);
	}
}
