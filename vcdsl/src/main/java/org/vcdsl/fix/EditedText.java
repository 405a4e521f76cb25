package org.vcdsl.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vcdsl.finding.TextEdit;
import org.vcdsl.topology.SourceRange;

/**
 * A text that is being changed, and which of its characters come from where in the text it was made of.
 *
 * <p>A change takes time in the length of the text.
 */
final class EditedText {

	/** Of a character that was put in: no neighbour of any that was there. */
	private static final int NEW = -3;

	private final String file;
	private final String original;
	private final StringBuilder text;
	private int[] origins;

	/** Nothing is changed yet. */
	EditedText(String file, String original) {
		this.file = file;
		this.original = original;
		this.text = new StringBuilder(original);
		this.origins = new int[original.length()];
		Arrays.setAll(origins, i -> i);
	}

	String original() {
		return original;
	}

	/** As it is now. */
	String text() {
		return text.toString();
	}

	/** Puts other characters in the place of some, counted in the text as it is now. */
	void replace(int from, int to, String other) {
		text.replace(from, to, other);
		var changed = new int[text.length()];
		System.arraycopy(origins, 0, changed, 0, from);
		Arrays.fill(changed, from, from + other.length(), NEW);
		System.arraycopy(origins, to, changed, from + other.length(), origins.length - to);
		origins = changed;
	}

	/** Whether something was put in or taken away between two offsets of the text as it is now, or right beside them. */
	boolean isChanged(int from, int to) {
		for (var i = from; i <= to; i++) {
			var before = i == 0 ? -1 : origins[i - 1];
			var behind = i == origins.length ? original.length() : origins[i];
			if (behind != before + 1) {
				return true;
			}
		}
		return false;
	}

	/** What turns the text it was made of into the text it is now, in the order of the text. */
	List<TextEdit> edits() {
		var edits = new ArrayList<TextEdit>();
		var next = 0;
		for (var i = 0; i <= origins.length;) {
			var start = i;
			while (i < origins.length && origins[i] == NEW) {
				i++;
			}
			var kept = i < origins.length ? origins[i] : original.length();
			if (i > start || kept > next) {
				add(edits, next, kept, text.substring(start, i));
			}
			next = kept + 1;
			i++;
		}
		return edits;
	}

	/** Leaves out of an edit what it would only write again. */
	private void add(List<TextEdit> edits, int from, int to, String other) {
		var same = 0;
		while (same < Math.min(to - from, other.length()) && original.charAt(from + same) == other.charAt(same)) {
			same++;
		}
		var sameAtEnd = 0;
		while (sameAtEnd < Math.min(to - from, other.length()) - same
				&& original.charAt(to - 1 - sameAtEnd) == other.charAt(other.length() - 1 - sameAtEnd)) {
			sameAtEnd++;
		}
		if (same + sameAtEnd < Math.max(to - from, other.length())) {
			edits.add(new TextEdit(range(from + same, to - sameAtEnd), other.substring(same, other.length() - sameAtEnd)));
		}
	}

	private SourceRange range(int from, int to) {
		return new SourceRange(file, from, to - from, line(from), column(from), line(to), column(to));
	}

	private int line(int offset) {
		return 1 + (int) original.chars().limit(offset).filter(character -> character == '\n').count();
	}

	private int column(int offset) {
		return offset - original.lastIndexOf('\n', offset - 1);
	}
}
