package org.vcdsl.formatting2;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

import org.vcdsl.formatting2.Word.Kind;

/**
 * Where lines end: where the architect ended them, as far as a line may end there.
 *
 * <p>It may before an item or a key, behind an opening and before a closing brace, behind a comma, beside a comment that stands
 * alone, and before the reason and the date of an acceptance. It must before an item of the file. One blank line may stand between
 * two items or keys. Where a program has put something in without saying how, a body goes on as it is written so far.
 */
final class LineBreaks {

	/** Items whose bodies are written on several lines by a program that has a choice. */
	private static final Set<String> BLOCKS = Set.of("site", "room", "rack", "cluster", "rules", "service");

	private static final String ACCEPTANCE = "@accept";

	private final List<Word> words;
	private final int[] breaks;

	/** By the index of an opening brace: whether its body is written on several lines. */
	private final boolean[] isBodyOfLines;

	private LineBreaks(List<Word> words) {
		this.words = words;
		this.breaks = new int[words.size()];
		this.isBodyOfLines = new boolean[words.size()];
	}

	/** Line breaks in front of each word: none, one, or two for a blank line. */
	static int[] of(List<Word> words) {
		var lineBreaks = new LineBreaks(words);
		lineBreaks.look();
		lineBreaks.decide();
		lineBreaks.moveClosingBraces();
		return lineBreaks.breaks;
	}

	/** A body with its brace and what is known of it so far. */
	private static final class Body {

		private final int open;
		private final String owner;
		private boolean isWritten;
		private boolean isOfLines;
		private boolean hasBodies;
		private int clauses;

		Body(int open, String owner) {
			this.open = open;
			this.owner = owner;
		}

		boolean isOfLines() {
			return isOfLines || (!isWritten || clauses == 0) && (hasBodies || BLOCKS.contains(owner) && clauses > 0);
		}
	}

	/** Finds out which bodies are written on several lines, for those words that a program has put in. */
	private void look() {
		if (words.stream().noneMatch(word -> word.gap().isUndefined())) {
			return;
		}
		var bodies = new ArrayDeque<Body>();
		var owner = "";
		for (var i = 0; i < words.size(); i++) {
			var word = words.get(i);
			var body = bodies.peek();
			if (body != null && (word.is(Kind.CLAUSE) || word.is(Kind.CLOSE)) && !word.gap().isUndefined()) {
				body.isWritten = true;
				body.isOfLines |= word.gap().breaks() > 0;
			}
			switch (word.kind()) {
				case CLAUSE -> {
					owner = word.text();
					if (body != null) {
						body.clauses++;
					}
				}
				case OPEN -> {
					if (body != null) {
						body.hasBodies = true;
					}
					bodies.push(new Body(i, owner));
				}
				case CLOSE -> isBodyOfLines[body.open] = bodies.pop().isOfLines();
				default -> {
				}
			}
		}
	}

	private void decide() {
		var bodies = new ArrayDeque<Integer>();
		var gapStart = 0;
		var clause = -1;
		var previousClause = "";
		for (var i = 0; i < words.size(); i++) {
			var word = words.get(i);
			if (word.isComment()) {
				continue;
			}
			var mayBreak = mayBreak(gapStart - 1, i, clause);
			var isUndefined = word.gap().isUndefined();
			for (var j = gapStart; j <= i; j++) {
				breaks[j] = isUndefined && j == i ? ofNewWord(word, bodies, previousClause) : asWritten(j, mayBreak);
			}
			if (bodies.isEmpty() && word.is(Kind.CLAUSE) && i > 0) {
				breaks[i] = Math.max(1, breaks[i]);
			}
			switch (word.kind()) {
				case OPEN -> bodies.push(i);
				case CLOSE -> bodies.pop();
				case CLAUSE -> {
					clause = i;
					previousClause = bodies.isEmpty() ? word.text() : previousClause;
				}
				default -> {
				}
			}
			gapStart = i + 1;
		}
		breaks[words.size() - 1] = 1;
	}

	private int ofNewWord(Word word, ArrayDeque<Integer> bodies, String previousClause) {
		if (!word.is(Kind.CLAUSE) && !word.is(Kind.CLOSE)) {
			return 0;
		}
		if (!bodies.isEmpty()) {
			return isBodyOfLines[bodies.peek()] ? 1 : 0;
		}
		return previousClause.equals(word.text()) || previousClause.equals(ACCEPTANCE) ? 1 : 2;
	}

	/** Whether a line may end between two tokens, the first of which is absent at the start of the file. */
	private boolean mayBreak(int previous, int next, int clause) {
		var word = words.get(next);
		return switch (word.kind()) {
			case CLAUSE, CLOSE, END -> true;
			default -> previous >= 0 && (words.get(previous).text().equals(",")
					|| clause >= 0 && words.get(clause).text().equals(ACCEPTANCE)
							&& (word.text().startsWith("\"") || word.text().equals("until")));
		};
	}

	private int asWritten(int index, boolean mayBreak) {
		var word = words.get(index);
		if (index == 0) {
			return 0;
		}
		var before = words.get(index - 1);
		var written = Math.min(2, Math.max(word.gap().breaks(), before.is(Kind.LINE_COMMENT) ? 1 : 0));
		if (!mayBreak) {
			return before.is(Kind.LINE_COMMENT) || standsAlone(index) || standsAlone(index - 1) ? Math.min(1, written) : 0;
		}
		var mayBeBlank = !before.is(Kind.OPEN) && !word.is(Kind.CLOSE) && !before.text().equals(",");
		return mayBeBlank ? written : Math.min(1, written);
	}

	/** Whether a word is a comment on lines of its own. */
	private boolean standsAlone(int index) {
		return words.get(index).isComment() && (index == 0 || words.get(index).gap().breaks() > 0)
				&& words.get(index + 1).gap().breaks() > 0;
	}

	/** A brace that closes a body of several lines gets a line of its own, unless it is written at the end of one. */
	private void moveClosingBraces() {
		var linesAtOpen = new ArrayDeque<Integer>();
		var line = 0;
		for (var i = 0; i < words.size(); i++) {
			var word = words.get(i);
			line += breaks[i];
			if (word.is(Kind.OPEN)) {
				linesAtOpen.push(line);
			} else if (word.is(Kind.CLOSE) && linesAtOpen.pop() < line && breaks[i] == 0 && !isAtEndOfLine(i)) {
				breaks[i] = 1;
				line++;
			}
			line += word.isSeveralLines() ? 1 : 0;
		}
	}

	private boolean isAtEndOfLine(int index) {
		for (var i = index + 1; breaks[i] == 0; i++) {
			if (!words.get(i).isComment() && !words.get(i).is(Kind.CLOSE)) {
				return false;
			}
		}
		return true;
	}
}
