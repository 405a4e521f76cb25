package org.vcdsl.formatting2;

import java.util.List;

import org.vcdsl.formatting2.Word.Kind;

/** The words of one line and the blanks in front of each; those in front of the first indent the line. */
final class Line {

	private final List<Word> words;
	private final int[] blanks;
	private final int depth;
	private final int depthBehind;
	private final boolean isContinued;

	/**
	 * A line with the blanks that belong between its words when nothing is aligned.
	 *
	 * @param words at least one
	 * @param indentation blanks in front of the first word
	 * @param depth bodies around its beginning
	 * @param depthBehind bodies around its end
	 * @param isContinued whether it goes on with what began in a line before
	 */
	Line(List<Word> words, int indentation, int depth, int depthBehind, boolean isContinued) {
		this.words = words;
		this.depth = depth;
		this.depthBehind = depthBehind;
		this.isContinued = isContinued;
		this.blanks = new int[words.size()];
		blanks[0] = indentation;
		for (var i = 1; i < words.size(); i++) {
			blanks[i] = separator(i);
		}
	}

	/** Beside a comment the blanks of the next token stand in front of the comment. */
	private int separator(int index) {
		var word = words.get(index);
		if (word.isComment()) {
			return index + 1 < words.size() && words.get(index + 1).is(Kind.CLAUSE) && !words.get(index - 1).is(Kind.OPEN) ? 2 : 1;
		}
		return words.get(index - 1).isComment() ? Math.min(1, word.separator()) : word.separator();
	}

	List<Word> words() {
		return words;
	}

	Word first() {
		return words.getFirst();
	}

	Word last() {
		return words.getLast();
	}

	int blanks(int index) {
		return blanks[index];
	}

	void setBlanks(int index, int count) {
		blanks[index] = count;
	}

	int indentation() {
		return blanks[0];
	}

	int depth() {
		return depth;
	}

	/** Whether a body begins in it and ends in a later one. */
	boolean opensBody() {
		return depthBehind > depth;
	}

	boolean isContinued() {
		return isContinued;
	}

	boolean isOnlyComment() {
		return words.size() == 1 && first().isComment();
	}

	/** Whether its last word is a comment behind something else. */
	boolean hasTrailingComment() {
		return words.size() > 1 && last().isComment();
	}

	/** Words in front of its trailing comment, or all. */
	int codeSize() {
		return words.size() - (hasTrailingComment() ? 1 : 0);
	}

	/** Whether it begins with an item or key and is balanced, so that nothing of it needs another line. */
	boolean isWhole() {
		if (!first().is(Kind.CLAUSE) || depth != depthBehind) {
			return false;
		}
		return words.stream().noneMatch(Word::isSeveralLines);
	}

	/** The column at which a word begins, of which all blanks before are set. */
	int columnOf(int index) {
		return (index == 0 ? 0 : columnBehind(index - 1)) + blanks[index];
	}

	/** The column at which a word ends that stands in this line, of which all blanks before are set. */
	int columnBehind(int index) {
		var column = 0;
		for (var i = 0; i <= index; i++) {
			var text = words.get(i).text();
			column = words.get(i).isSeveralLines() ? text.length() - lastNewline(text) - 1 : column + blanks[i] + text.length();
		}
		return column;
	}

	private static int lastNewline(String text) {
		return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
	}
}
