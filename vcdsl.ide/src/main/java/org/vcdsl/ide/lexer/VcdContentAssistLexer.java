package org.vcdsl.ide.lexer;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vcdsl.ide.contentassist.antlr.internal.InternalVcdLexer;
import org.vcdsl.ide.contentassist.antlr.internal.InternalVcdParser;
import org.vcdsl.lexer.NumberScanner;
import org.vcdsl.lexer.WordScanner;

/** The lexer generated for completion, but for numbers, names and keywords. */
public class VcdContentAssistLexer extends InternalVcdLexer {

	private static final WordScanner WORDS = new WordScanner(InternalVcdParser.tokenNames, RULE_ID, RULE_QUALIFIED_ID);

	@Override
	public void mTokens() throws RecognitionException {
		if (NumberScanner.startsAt(input)) {
			NumberScanner.scan(input);
			state.type = RULE_NUMBER;
			state.channel = Token.DEFAULT_CHANNEL;
		} else if (WordScanner.startsHere(input)) {
			state.type = WORDS.scan(input);
			state.channel = Token.DEFAULT_CHANNEL;
		} else {
			super.mTokens();
		}
	}
}
