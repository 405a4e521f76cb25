package org.vcdsl.lexer;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;

/** The generated lexer, but for numbers. */
public class VcdLexer extends InternalVcdLexer {

	@Override
	public void mTokens() throws RecognitionException {
		if (NumberScanner.startsWith(input.LA(1))) {
			NumberScanner.scan(input);
			state.type = RULE_NUMBER;
			state.channel = Token.DEFAULT_CHANNEL;
		} else {
			super.mTokens();
		}
	}
}
