package org.vcdsl.lexer;

import org.antlr.runtime.CharStream;

/**
 * Recognises the terminal NUMBER with one character of look-ahead more than a generated lexer takes: in {@code 8443..8444} and
 * {@code 1->2} the number ends before the separator.
 */
public final class NumberScanner {

	private NumberScanner() {
	}

	/** Whether a number starts with this character. */
	public static boolean startsWith(int character) {
		return character >= '0' && character <= '9';
	}

	/** Consumes a number; precondition: it starts here. */
	public static void scan(CharStream input) {
		input.consume();
		while (isPart(input.LA(1)) || isSeparator(input.LA(1)) && isLetterOrDigit(input.LA(2))) {
			input.consume();
		}
	}

	private static boolean isSeparator(int character) {
		return switch (character) {
			case '.', '-', ':', '/', '~', '+' -> true;
			default -> false;
		};
	}

	private static boolean isPart(int character) {
		return isLetterOrDigit(character) || character == '_';
	}

	private static boolean isLetterOrDigit(int character) {
		return startsWith(character) || character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
	}
}
