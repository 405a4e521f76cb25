package org.vcdsl.lexer;

import org.antlr.runtime.CharStream;

/**
 * Recognises the terminal NUMBER with more look-ahead than a generated lexer takes: in {@code 8443..8444} and {@code 1->2} the number
 * ends before the separator, {@code fd00:20::/64} is no name, and in {@code host cafe:Bed} there is no address.
 */
public final class NumberScanner {

	private static final int LONGEST_GROUP = 4;

	private NumberScanner() {
	}

	/** Whether a number starts at the next character: a digit, or an address of IPv6 that begins with a letter or two colons. */
	public static boolean startsAt(CharStream input) {
		var first = input.LA(1);
		return isDigit(first) || isHexLetter(first) && isGroupOfAddress(input)
				|| first == ':' && input.LA(2) == ':' && isAfterDoubleColon(input, 3);
	}

	/** Whether a second colon follows the first group of hexadecimal digits, behind a group or at once: names have but one. */
	private static boolean isGroupOfAddress(CharStream input) {
		var colon = endOfGroup(input, 1);
		return input.LA(colon) == ':' && input.LA(endOfGroup(input, colon + 1)) == ':';
	}

	/** The first position that belongs no more to a group, or would make it too long. */
	private static int endOfGroup(CharStream input, int position) {
		var end = position;
		while (end - position < LONGEST_GROUP && isHexDigit(input.LA(end))) {
			end++;
		}
		return end;
	}

	private static boolean isAfterDoubleColon(CharStream input, int position) {
		return isHexDigit(input.LA(position)) || input.LA(position) == '/' && isDigit(input.LA(position + 1));
	}

	/** Consumes a number; precondition: it starts here. */
	public static void scan(CharStream input) {
		while (true) {
			if (isPart(input.LA(1)) || isSeparator(input.LA(1)) && isLetterOrDigit(input.LA(2))) {
				input.consume();
			} else if (input.LA(1) == ':' && input.LA(2) == ':') {
				input.consume();
				input.consume();
			} else {
				return;
			}
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
		return isDigit(character) || character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
	}

	private static boolean isHexDigit(int character) {
		return isDigit(character) || isHexLetter(character);
	}

	private static boolean isHexLetter(int character) {
		return character >= 'a' && character <= 'f' || character >= 'A' && character <= 'F';
	}

	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}
}
