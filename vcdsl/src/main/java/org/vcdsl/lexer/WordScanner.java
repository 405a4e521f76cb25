package org.vcdsl.lexer;

import java.util.HashMap;
import java.util.Map;

import org.antlr.runtime.CharStream;

/**
 * Recognises names, qualified names and keywords: {@code web}, {@code k8s.wk}, {@code host}. A dot belongs to a name only when
 * another name follows, so that {@code vcd.catalog.*} ends before its last dot; a generated lexer does not look that far. A keyword
 * is one only where it stands alone: {@code k8s.worker} is a name.
 */
public final class WordScanner {

	private static final char ESCAPE = '^';

	private final Map<String, Integer> keywords = new HashMap<>();
	private final int name;
	private final int qualifiedName;

	/**
	 * Tells keywords by a generated parser's names of its tokens.
	 *
	 * @param tokenNames by token type, keywords in single quotes
	 * @param name token type of names
	 * @param qualifiedName token type of qualified names
	 */
	public WordScanner(String[] tokenNames, int name, int qualifiedName) {
		for (var type = 0; type < tokenNames.length; type++) {
			if (tokenNames[type].startsWith("'") && startsWith(tokenNames[type].charAt(1))) {
				keywords.put(tokenNames[type].substring(1, tokenNames[type].length() - 1), type);
			}
		}
		this.name = name;
		this.qualifiedName = qualifiedName;
	}

	/** Whether a name starts here. */
	public static boolean startsHere(CharStream input) {
		return startsWith(input.LA(1)) || input.LA(1) == ESCAPE && startsWith(input.LA(2));
	}

	/** Consumes a name, qualified or not, or a keyword, and answers its token type; precondition: it starts here. */
	public int scan(CharStream input) {
		var start = input.index();
		scanSegment(input);
		var type = 0;
		while (input.LA(1) == '.' && (startsWith(input.LA(2)) || input.LA(2) == ESCAPE && startsWith(input.LA(3)))) {
			input.consume();
			scanSegment(input);
			type = qualifiedName;
		}
		return type != 0 ? type : keywords.getOrDefault(input.substring(start, input.index() - 1), name);
	}

	private static void scanSegment(CharStream input) {
		input.consume();
		while (startsWith(input.LA(1)) || input.LA(1) >= '0' && input.LA(1) <= '9') {
			input.consume();
		}
	}

	private static boolean startsWith(int character) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
	}
}
