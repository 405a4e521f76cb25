package org.vcdsl.ide.lexer;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vcdsl.ide.contentassist.antlr.internal.InternalVcdLexer;
import org.vcdsl.lexer.NumberScanner;

/** The lexer generated for completion, but for numbers. */
public class VcdContentAssistLexer extends InternalVcdLexer {

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
