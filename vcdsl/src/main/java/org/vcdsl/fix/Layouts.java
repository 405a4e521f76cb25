package org.vcdsl.fix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Lays changed text out: all of it when it was laid out before, else no more than what stands beside the changes. */
final class Layouts {

	/** Longer texts are not laid out anew, since that takes their whole length: what is put in is written as it most often looks. */
	private static final int LONG = 300_000;

	private static final URI ANY = URI.createURI("vcd-fix:/text.vcd");

	private Layouts() {
	}

	/** Changes blanks and line breaks of a text that some edits have changed. */
	static void layOut(EditedText text, IResourceServiceProvider language) {
		if (text.original().length() > LONG) {
			return;
		}
		var before = parse(text.original(), language);
		var isTidy = !before.getParseResult().hasSyntaxErrors() && replacements(before).isEmpty();
		replacements(parse(text.text(), language)).stream()
				.filter(blanks -> isTidy || text.isChanged(blanks.getOffset(), blanks.getEndOffset()))
				.sorted(Comparator.comparingInt(ITextReplacement::getOffset).reversed()).toList()
				.forEach(blanks -> text.replace(blanks.getOffset(), blanks.getEndOffset(), blanks.getReplacementText()));
	}

	/** What the formatter would change; nothing in text that cannot be parsed. */
	private static List<ITextReplacement> replacements(XtextResource resource) {
		var language = resource.getResourceServiceProvider();
		var regions = language.get(TextRegionAccessBuilder.class).forNodeModel(resource).create();
		var request = language.get(FormatterRequest.class).setTextRegionAccess(regions);
		return language.get(IFormatter2.class).format(request);
	}

	private static XtextResource parse(String text, IResourceServiceProvider language) {
		var resource = (XtextResource) language.get(XtextResourceSet.class).createResource(ANY);
		try {
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
					Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		} catch (IOException impossible) {
			throw new UncheckedIOException("Reading from memory cannot fail", impossible);
		}
		return resource;
	}
}
