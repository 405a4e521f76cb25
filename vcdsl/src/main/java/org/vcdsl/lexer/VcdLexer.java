package org.vcdsl.lexer;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;
import org.vcdsl.parser.antlr.internal.InternalVcdParser;

/** The generated lexer, but for numbers, names and keywords. */
public class VcdLexer extends InternalVcdLexer {

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

	/** What is said of text that is no token: only a comment can be left open. */
	@Override
	public String getErrorMessage(Token invalid) {
		var text = input.substring(((CommonToken) invalid).getStartIndex(), ((CommonToken) invalid).getStopIndex());
		return text.startsWith("/*") ? "The comment that begins here is not closed: '*/' is missing." : "'%s' means nothing here."
				.formatted(text.strip());
	}
}
