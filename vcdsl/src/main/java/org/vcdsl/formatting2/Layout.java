package org.vcdsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.vcdsl.formatting2.Word.Kind;

/**
 * The text as it should be laid out: lines, their indentation, columns of words, columns of comments.
 *
 * <p>Deterministic and idempotent: laid out text is laid out the same again. The time is linear in the length of the text.
 */
final class Layout {

	private static final int INDENTATION = 2;
	private static final int CONTINUATION = 4;

	/** Lines that are never lined up with others. */
	private static final Set<String> HEADINGS = Set.of("package", "import");

	private final List<Word> words;
	private final String newline;
	private final int[] breaks;
	private final List<Line> lines = new ArrayList<>();

	private Layout(List<Word> words, String newline) {
		this.words = words;
		this.newline = newline;
		this.breaks = LineBreaks.of(words);
	}

	/** Lays out words, the last of which is the end of the file. */
	static Layout of(List<Word> words, String newline) {
		var layout = new Layout(words, newline);
		layout.splitIntoLines();
		layout.align();
		layout.placeComments();
		return layout;
	}

	/** Takes a word as it should be: the blanks and line breaks in front of it, and its own text. */
	@FunctionalInterface
	interface Receiver {

		void accept(Word word, String blanks, String text);
	}

	/** Hands over all words in their order. */
	void forEach(Receiver receiver) {
		var index = 0;
		for (var line : lines) {
			for (var i = 0; i < line.words().size(); i++) {
				var word = line.words().get(i);
				receiver.accept(word, newline.repeat(breaks[index]) + " ".repeat(line.blanks(i)), textOf(word, line, i));
				index++;
			}
		}
		receiver.accept(words.get(index), index == 0 ? "" : newline, "");
	}

	/** A comment has no blanks at its end; one of several lines moves as a whole and ends them as all lines end. */
	private String textOf(Word word, Line line, int index) {
		if (word.is(Kind.LINE_COMMENT)) {
			return word.text().stripTrailing();
		}
		return word.isSeveralLines() ? moved(word.text().replaceAll("\r\n?|\n", newline), line.columnOf(index) - word.column())
				: word.text();
	}

	private static String moved(String comment, int distance) {
		if (distance >= 0) {
			return comment.replaceAll("(?<=\n)(?=[ *])", " ".repeat(distance));
		}
		return comment.replaceAll("(?<=\n) {1,%s}".formatted(-distance), "");
	}

	private void splitIntoLines() {
		var depth = 0;
		var isInClause = false;
		var end = words.size() - 1;
		for (var start = 0; start < end;) {
			var next = start + 1;
			while (next < end && breaks[next] == 0) {
				next++;
			}
			var line = words.subList(start, next);
			var token = firstToken(start);
			var isContinued = isInClause && !token.is(Kind.CLAUSE) && !token.is(Kind.CLOSE) && !token.is(Kind.END);
			var depthBehind = depth + (int) line.stream().filter(word -> word.is(Kind.OPEN)).count()
					- (int) line.stream().filter(word -> word.is(Kind.CLOSE)).count();
			var indentation = INDENTATION * (depth - closingAtStart(line)) + (isContinued ? CONTINUATION : 0);
			lines.add(new Line(line, indentation, depth, depthBehind, isContinued));
			isInClause |= line.stream().anyMatch(word -> !word.isComment());
			depth = depthBehind;
			start = next;
		}
	}

	private Word firstToken(int index) {
		var first = index;
		while (words.get(first).isComment()) {
			first++;
		}
		return words.get(first);
	}

	private static int closingAtStart(List<Word> line) {
		var count = 0;
		while (count < line.size() && line.get(count).is(Kind.CLOSE)) {
			count++;
		}
		return count;
	}

	private void align() {
		var run = new ArrayList<Line>();
		var index = 0;
		for (var i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			var isContinuedBelow = i + 1 < lines.size() && lines.get(i + 1).isContinued();
			var isPartOfRun = line.isWhole() && !isContinuedBelow && !HEADINGS.contains(line.first().text());
			if (!isPartOfRun || breaks[index] > 1) {
				Alignment.align(run);
				run.clear();
			}
			if (isPartOfRun) {
				run.add(line);
			}
			index += line.words().size();
		}
		Alignment.align(run);
	}

	/** A comment behind something stays in its column while there is room; those directly below that go on with it stay below it. */
	private void placeComments() {
		Line beside = null;
		Line above = null;
		var index = 0;
		var below = 0;
		for (var i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			while (below < lines.size() && (below <= i || lines.get(below).isOnlyComment())) {
				below++;
			}
			if (line.hasTrailingComment()) {
				placeTrailingComment(line);
				beside = line.words().stream().anyMatch(Word::isSeveralLines) ? null : line;
			} else if (beside == null || breaks[index] > 1 || !line.isOnlyComment() || line.first().isSeveralLines()
					|| !goesOn(line, beside, above, below < lines.size() ? lines.get(below) : null)) {
				beside = null;
			}
			above = line;
			index += line.words().size();
		}
	}

	private static void placeTrailingComment(Line line) {
		var last = line.words().size() - 1;
		var codeEnd = line.columnBehind(last - 1);
		var column = line.last().column();
		line.setBlanks(last, column > codeEnd && !line.last().gap().isUndefined() ? column - codeEnd : 2);
	}

	/**
	 * Places a comment that goes on with one above it; answers whether it does.
	 *
	 * @param beside what the comment is about, with the first part of it at its end
	 * @param above the line with the part before this one
	 * @param below the next line with more than a comment, or null
	 */
	private static boolean goesOn(Line comment, Line beside, Line above, Line below) {
		var written = comment.first().column();
		if (written == above.last().column()) {
			comment.setBlanks(0, above.columnOf(above.words().size() - 1));
			return true;
		}
		if (beside.opensBody() || written <= beside.first().column() || below != null && written <= below.first().column()) {
			return false;
		}
		var between = Math.max(beside.indentation(), below == null ? 0 : below.indentation());
		comment.setBlanks(0, Math.max(written, Math.max(comment.indentation(), between + 1)));
		return true;
	}
}
