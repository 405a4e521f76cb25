package org.vcdsl.fix;

import java.util.List;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.vcd.AcceptanceClause;

/** Takes words away, with the blanks and lines that only they needed. */
final class Removal {

	private Removal() {
	}

	/** Takes what stands between two offsets away. Comments beside it stay, wherever they stand. */
	static void takeAway(EditedText text, int from, int to) {
		var original = text.original();
		var lines = new Lines(original);
		var start = lines.startOfBlanks(from);
		var isFirst = start == lines.start(from);
		if (isFirst && lines.isBlank(to, lines.end(to))) {
			text.replace(start, lines.next(to), "");
		} else if (isFirst) {
			text.replace(from, lines.endOfBlanks(to), "");
		} else {
			text.replace(start, to, "");
		}
	}

	/** Takes names out of the list of an acceptance, each with a comma; comments stay. Precondition: not all of them. */
	static void takeOutOfList(EditedText text, AcceptanceClause acceptance, List<String> names) {
		var subjects = acceptance.getSubjects().stream().<INode>map(NodeModelUtils::findActualNodeFor).toList();
		var firstKept = subjects.stream().map(subject -> isOneOf(subject, names)).toList().indexOf(false);
		for (var i = subjects.size() - 1; i >= 0 && firstKept >= 0; i--) {
			var subject = subjects.get(i);
			if (!isOneOf(subject, names)) {
				continue;
			}
			if (i > firstKept) {
				takeWord(text, subject);
				takeWord(text, wordBehind(subjects.get(i - 1)));
			} else {
				takeWord(text, wordBehind(subject));
				takeWord(text, subject);
			}
		}
	}

	private static boolean isOneOf(INode subject, List<String> names) {
		var written = NodeModelUtils.getTokenText(subject).replaceAll("[\\s^]", "");
		return names.stream().anyMatch(name -> name.equals(written) || name.endsWith("." + written));
	}

	/** Takes a word away, and the blanks in front of it or, at the start of a list, behind it. */
	private static void takeWord(EditedText text, INode word) {
		var lines = new Lines(text.text());
		var start = lines.startOfBlanks(word.getOffset());
		var isFirst = start > 0 && text.text().charAt(start - 1) == '(';
		text.replace(isFirst ? word.getOffset() : start, isFirst ? lines.endOfBlanks(word.getEndOffset()) : word.getEndOffset(), "");
	}

	private static INode wordBehind(INode word) {
		var behind = word.getNextSibling();
		while (behind instanceof ILeafNode leaf && leaf.isHidden()) {
			behind = behind.getNextSibling();
		}
		return behind;
	}
}
