package org.vcdsl.conversion;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the architect is told of a value that is not read. */
final class Refusal {

	private Refusal() {
	}

	static String of(ThrowingCallable reading) {
		return catchThrowableOfType(ValueException.class, reading).getMessage();
	}
}
