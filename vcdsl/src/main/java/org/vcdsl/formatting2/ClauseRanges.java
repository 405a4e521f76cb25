package org.vcdsl.formatting2;

import java.util.Optional;

import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;
import org.vcdsl.formatting2.Word.Kind;

import com.google.inject.Inject;
import com.google.inject.Provider;

/** Says which item or key a word belongs to, and from where to where it is written. */
public final class ClauseRanges {

	@Inject
	private ClauseStarts clauseStarts;

	@Inject
	private Provider<TextRegionAccessBuilder> regions;

	/**
	 * The smallest item or key that an offset stands in, braces and all, from its first word to its last; empty outside all words.
	 * Linear in the length of the text.
	 *
	 * <p>Precondition: the text has no syntax errors.
	 */
	public Optional<ITextRegion> around(XtextResource resource, int offset) {
		var words = WordReader.read(regions.get().forNodeModel(resource).create(), clauseStarts);
		var start = -1;
		var at = 0;
		for (; at < words.size() && words.get(at).offset() <= offset; at++) {
			start = words.get(at).is(Kind.CLAUSE) ? at : start;
		}
		if (start < 0) {
			return Optional.empty();
		}
		var end = words.get(start);
		var depth = 0;
		for (var word : words.subList(start, words.size())) {
			depth += word.is(Kind.OPEN) ? 1 : word.is(Kind.CLOSE) ? -1 : 0;
			if (depth < 0 || depth == 0 && word.is(Kind.CLAUSE) && word != words.get(start) || word.is(Kind.END)) {
				break;
			}
			end = word.isComment() ? end : word;
		}
		var from = words.get(start).offset();
		return Optional.of(new TextRegion(from, end.offset() + end.text().length() - from));
	}
}
