package org.vcdsl.ui.editor;

import java.util.Collection;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.NumberRule;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;

/** Tells keywords and numbers from names, outside comments and strings. */
class VcdCodeScanner extends RuleBasedScanner {

	/** A word that is no keyword is taken whole all the same, or the end of {@code website} would look like {@code site}. */
	private final WordRule words = new WordRule(new Word(), new Token(null));
	private final Token keyword;

	VcdCodeScanner(Token keyword, Token number) {
		this.keyword = keyword;
		setRules(new IRule[] { words, new NumberRule(number) });
	}

	/** From the next scan on, these words are keywords. */
	void recognise(Collection<String> keywords) {
		keywords.forEach(word -> words.addWord(word, keyword));
	}

	private static final class Word implements IWordDetector {

		/** {@code ^} before a keyword makes it a name, so it is part of the word. */
		@Override
		public boolean isWordStart(char c) {
			return Character.isLetter(c) || c == '_' || c == '^';
		}

		@Override
		public boolean isWordPart(char c) {
			return Character.isLetterOrDigit(c) || c == '_';
		}
	}
}
