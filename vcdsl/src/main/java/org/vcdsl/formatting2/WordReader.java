package org.vcdsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.vcdsl.formatting2.Word.Gap;
import org.vcdsl.formatting2.Word.Kind;
import org.vcdsl.lexer.VcdLexer;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;

/** Reads the words of a text. A value such as {@code 250 mcpu..2 core}, one token to the grammar, is as many words as it is written. */
final class WordReader {

	private static final int TAB = 4;
	private static final Set<Integer> HIDDEN = Set.of(InternalVcdLexer.RULE_WS, InternalVcdLexer.RULE_ML_COMMENT,
			InternalVcdLexer.RULE_SL_COMMENT);

	private final ClauseStarts clauseStarts;
	private final String text;
	private final List<Word> words = new ArrayList<>();
	private Word lastToken;
	private int gapOffset;
	private int columnOffset;
	private int column;

	private WordReader(String text, ClauseStarts clauseStarts) {
		this.text = text;
		this.clauseStarts = clauseStarts;
	}

	/** All words in their order, the end of the file last. Precondition: the text has no syntax errors. */
	static List<Word> read(ITextRegionAccess access, ClauseStarts clauseStarts) {
		var reader = new WordReader(access.regionForDocument().getText(), clauseStarts);
		var hidden = access.regionForRootEObject().getPreviousHiddenRegion();
		for (var token = hidden.getNextSemanticRegion(); token != null; token = hidden.getNextSemanticRegion()) {
			reader.addComments(token.getOffset());
			reader.addTokens(token, hidden.isUndefined());
			hidden = token.getNextHiddenRegion();
		}
		reader.addComments(reader.text.length());
		reader.add(Kind.END, reader.text.length(), reader.text.length(), 0, hidden.isUndefined());
		return reader.words;
	}

	private void addTokens(ISemanticRegion token, boolean isUndefined) {
		var kind = kindOf(token);
		if (kind != Kind.VALUE || isOneWord(token.getText())) {
			addToken(kind, token.getOffset(), token.getEndOffset(), separator(kind, token.getText()), isUndefined);
		} else {
			addParts(token, isUndefined);
		}
	}

	private Kind kindOf(ISemanticRegion token) {
		if (clauseStarts.include(token)) {
			return Kind.CLAUSE;
		}
		if (!(token.getGrammarElement() instanceof Keyword keyword)) {
			return Kind.VALUE;
		}
		return switch (keyword.getValue()) {
			case "{" -> Kind.OPEN;
			case "}" -> Kind.CLOSE;
			default -> Kind.KEYWORD;
		};
	}

	private static boolean isOneWord(String value) {
		for (var i = 0; i < value.length(); i++) {
			if (!Character.isLetterOrDigit(value.charAt(i)) && value.charAt(i) != '_') {
				return false;
			}
		}
		return true;
	}

	private int separator(Kind kind, String word) {
		if (lastToken == null) {
			return 0;
		}
		if (kind == Kind.OPEN || kind == Kind.CLOSE || lastToken.is(Kind.OPEN)) {
			return 1;
		}
		if (kind == Kind.CLAUSE) {
			return 2;
		}
		return switch (word) {
			case ",", ")", "]", "(", "[", ".." -> 0;
			default -> switch (lastToken.text()) {
				case "(", "[", ".." -> 0;
				default -> 1;
			};
		};
	}

	private void addParts(ISemanticRegion value, boolean isUndefined) {
		var tokens = tokens(value.getText());
		var isCloseAllowed = readsTheSame(tokens);
		var previous = "";
		for (var token : tokens) {
			var word = token.getText();
			var separator = previous.isEmpty() ? separator(Kind.VALUE, word) : isCloseAllowed ? separatorInside(previous, word) : 1;
			var offset = value.getOffset() + token.getStartIndex();
			addComments(offset);
			addToken(Kind.VALUE, offset, value.getOffset() + token.getStopIndex() + 1, separator, previous.isEmpty() && isUndefined);
			previous = word;
		}
	}

	private static int separatorInside(String previous, String word) {
		return switch (word) {
			case "..", "/", ".*" -> 0;
			default -> previous.equals("..") || previous.equals("/") ? 0 : 1;
		};
	}

	/** Whether the words of a value stay what they are when they stand as close as they should. */
	private static boolean readsTheSame(List<CommonToken> tokens) {
		var close = new StringBuilder();
		var previous = "";
		for (var token : tokens) {
			close.append(" ".repeat(previous.isEmpty() ? 0 : separatorInside(previous, token.getText()))).append(token.getText());
			previous = token.getText();
		}
		return tokens(close.toString()).stream().map(Token::getText).toList().equals(tokens.stream().map(Token::getText).toList());
	}

	private static List<CommonToken> tokens(String value) {
		var lexer = new VcdLexer();
		lexer.setCharStream(new ANTLRStringStream(value));
		var tokens = new ArrayList<CommonToken>();
		for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			if (!HIDDEN.contains(token.getType())) {
				tokens.add((CommonToken) token);
			}
		}
		return tokens;
	}

	/** Adds the comments between the last word and an offset; all else there is blanks and line breaks. */
	private void addComments(int end) {
		for (var start = gapOffset; start < end; start++) {
			if (text.charAt(start) == '/') {
				var isBlock = text.charAt(start + 1) == '*';
				var endOfComment = isBlock ? text.indexOf("*/", start + 2) + 2 : endOfLine(start);
				add(isBlock ? Kind.BLOCK_COMMENT : Kind.LINE_COMMENT, start, endOfComment, 1, false);
				start = endOfComment - 1;
			}
		}
	}

	private int endOfLine(int start) {
		var end = start;
		while (end < text.length() && !Newlines.isNewline(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private void addToken(Kind kind, int start, int end, int separator, boolean isUndefined) {
		lastToken = add(kind, start, end, separator, isUndefined);
	}

	private Word add(Kind kind, int start, int end, int separator, boolean isUndefined) {
		var gap = text.substring(gapOffset, start);
		var word = new Word(kind, text.substring(start, end), start, separator,
				new Gap(gapOffset, gap, Newlines.count(gap), isUndefined), columnOf(start));
		words.add(word);
		gapOffset = end;
		return word;
	}

	private int columnOf(int offset) {
		for (; columnOffset < offset; columnOffset++) {
			var character = text.charAt(columnOffset);
			column = Newlines.isNewline(character) ? 0 : character == '\t' ? (column / TAB + 1) * TAB : column + 1;
		}
		return column;
	}
}
