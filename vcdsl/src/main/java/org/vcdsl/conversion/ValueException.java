package org.vcdsl.conversion;

import java.util.Optional;

/** A value that is not what its key asks for; the message is for the architect. */
public final class ValueException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Optional<Meant> meant;

	public ValueException(String message) {
		this(message, Optional.empty());
	}

	/** The same, where it is known what was meant. */
	public ValueException(String message, Optional<Meant> meant) {
		super(message, null, false, false);
		this.meant = meant;
	}

	/**
	 * What would have to stand in the text so that it is the value that was meant.
	 *
	 * @param written the word or words at fault, the first of their kind in the value
	 * @param text what stands there instead
	 */
	public record Meant(String written, String text) {
	}

	/** Empty when several things could be meant, or none. */
	public Optional<Meant> meant() {
		return meant;
	}
}
