package org.vcdsl.pipeline;

import java.util.List;

import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.vcdsl.finding.Finding;

/** Text as the formatter lays it out. */
public final class TextLayout {

	private TextLayout() {
	}

	/**
	 * What became of a text.
	 *
	 * @param text laid out; as it was when there are errors
	 * @param errors why the text cannot be laid out: it cannot be parsed
	 */
	public record LaidOut(String text, List<Finding> errors) {

		public LaidOut {
			errors = List.copyOf(errors);
		}
	}

	/** Lays one file out; what its names stand for is not asked. */
	public static LaidOut layOut(SourceFile file) {
		var sources = SourceSet.parse(List.of(file));
		var resource = (XtextResource) sources.resources().getFirst();
		if (resource.getParseResult().hasSyntaxErrors()) {
			return new LaidOut(file.text(), TextErrors.of(resource, sources.ranges()));
		}
		var language = resource.getResourceServiceProvider();
		var regions = language.get(TextRegionAccessBuilder.class).forNodeModel(resource).create();
		var request = language.get(FormatterRequest.class).setTextRegionAccess(regions);
		return new LaidOut(regions.getRewriter().renderToString(language.get(IFormatter2.class).format(request)), List.of());
	}
}
