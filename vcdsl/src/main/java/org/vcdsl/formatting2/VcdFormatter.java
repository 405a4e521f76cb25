package org.vcdsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.ITextReplacerContext;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Inject;

/**
 * Lays text out, replacing no more than the blanks that have to change. Text with syntax errors is left alone.
 *
 * <p>What is kept and what is not: docs/decisions/0036-what-the-formatter-keeps.md. Where a program has changed the model, only what
 * it put in is laid out, unless more is asked for.
 */
public class VcdFormatter extends AbstractJavaFormatter {

	@Inject
	private ClauseStarts clauseStarts;

	/** The whole file at once: columns depend on neighbours, not on the element alone. */
	protected void format(VcdFile file, IFormattableDocument document) {
		if (!getTextRegionAccess().hasSyntaxError()) {
			document.addReplacer(new LayoutReplacer());
		}
	}

	/** One replacer for the text, as each word depends on those before it. */
	private final class LayoutReplacer implements ITextReplacer {

		@Override
		public ITextSegment getRegion() {
			return getTextRegionAccess().regionForDocument();
		}

		@Override
		public ITextReplacerContext createReplacements(ITextReplacerContext context) {
			var onlyNew = getRequest().isFormatUndefinedHiddenRegionsOnly();
			var layout = Layout.of(WordReader.read(getTextRegionAccess(), clauseStarts), Newlines.firstIn(getRegion().getText()));
			layout.forEach((word, blanks, text) -> {
				var gap = word.gap();
				if (gap.isUndefined() || !onlyNew && !gap.text().equals(blanks)) {
					replace(gap.offset(), gap.text().length(), blanks, context);
				}
				if (!onlyNew && !word.text().equals(text)) {
					replace(word.offset(), word.text().length(), text, context);
				}
			});
			return context;
		}

		private void replace(int offset, int length, String text, ITextReplacerContext context) {
			context.addReplacement(getTextRegionAccess().regionForOffset(offset, length).replaceWith(text));
		}
	}
}
