package org.vcdsl.messages;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/** A token of no length that a repair takes for written. */
public final class TakenForWritten extends CommonToken {

	private static final long serialVersionUID = 1L;

	private final String word;

	/** Stands in front of an offset. */
	public TakenForWritten(CharStream text, int type, String word, int offset) {
		super(text, type, Token.DEFAULT_CHANNEL, offset, offset - 1);
		this.word = word;
	}

	/** What would have been written; its text is empty, as its length is. */
	String word() {
		return word;
	}

	@Override
	public String getText() {
		return "";
	}
}
