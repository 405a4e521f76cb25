package org.vcdsl.messages;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/** Text that a repair passes over. */
public final class PassedOver extends CommonToken {

	private static final long serialVersionUID = 1L;

	/** From an offset to the one in front of another. */
	public PassedOver(CharStream text, int start, int end) {
		super(text, Token.INVALID_TOKEN_TYPE, Token.HIDDEN_CHANNEL, start, end - 1);
	}
}
