package org.vcdsl.conversion;

/** A value that is not what its key asks for; the message is for the architect. */
public final class ValueException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ValueException(String message) {
		super(message, null, false, false);
	}
}
