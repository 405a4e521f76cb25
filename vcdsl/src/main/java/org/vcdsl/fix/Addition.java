package org.vcdsl.fix;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;

/** Puts keys, items and imports in, on a line of their own where what stands beside them has one. */
final class Addition {

	private static final String INDENTATION = "  ";

	private Addition() {
	}

	/** Behind everything in the braces of an item, which gets some if it has none. */
	static void toBody(EditedText text, INode item, String entry) {
		var original = text.original();
		var lines = new Lines(original);
		var close = item.getEndOffset() - 1;
		if (original.charAt(close) != '}') {
			text.replace(item.getEndOffset(), item.getEndOffset(), " { " + entry + " }");
			return;
		}
		var start = lines.start(close);
		if (lines.isBlank(start, close)) {
			text.replace(start, start, original.substring(start, close) + INDENTATION + entry + lines.lineBreak());
		} else {
			text.replace(lines.startOfBlanks(close), close, INDENTATION + entry + " ");
		}
	}

	/** Behind a blank line at the end of a file. */
	static void atEnd(EditedText text, String item) {
		var lineBreak = new Lines(text.original()).lineBreak();
		var end = text.original().stripTrailing().length();
		text.replace(end, text.original().length(), lineBreak.repeat(2) + item.replace("\n", lineBreak) + lineBreak);
	}

	/** Behind the imports of a file, or behind the name of its package. */
	static void ofImport(EditedText text, VcdFile file, String clause) {
		var lines = new Lines(text.original());
		var imports = file.getImports();
		var before = imports.isEmpty() ? NodeModelUtils.findNodesForFeature(file, VcdPackage.Literals.VCD_FILE__NAME).getFirst()
				: NodeModelUtils.findActualNodeFor(imports.getLast());
		var end = before.getEndOffset();
		var rest = text.original().substring(end, lines.end(end)).strip();
		var at = rest.isEmpty() || rest.startsWith("//") ? lines.end(end) : end;
		var behind = at == end && !rest.isEmpty() ? lines.lineBreak() : "";
		text.replace(at, at, lines.lineBreak().repeat(imports.isEmpty() ? 2 : 1) + clause + behind);
	}
}
