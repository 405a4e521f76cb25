package org.vcdsl.pipeline;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.vcdsl.finding.Change.AddImport;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Fix;
import org.vcdsl.messages.SyntaxErrorMessages;
import org.vcdsl.messages.UnknownNameMessages;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.topology.SourceRange;

/** What may have been meant where the parser and the linker complain: their messages say it in words, and beside them in data. */
final class TextFixes {

	private TextFixes() {
	}

	/** One for each thing that may have been meant; the place is that of the error. */
	static List<Fix> of(XtextResource resource, AbstractDiagnostic error, SourceRange place, SourceRanges ranges) {
		if (!(error instanceof XtextLinkingDiagnostic)) {
			return SyntaxErrorMessages.meant(error).filter(meant -> meant.length() <= place.length()).map(meant -> syntax(meant.length(),
					meant.text(), resource, error, ranges)).stream().toList();
		}
		var meant = error.getData() == null ? Stream.<String>empty() : Stream.of(error.getData());
		return UnknownNameMessages.NOT_IMPORTED.equals(error.getCode())
				? meant.map(name -> new Fix("Import '%s'".formatted(name), new AddImport(place, name))).toList()
				: meant.map(name -> new Fix("Write '%s'".formatted(name), new Replace(place, written(name, resource, error)))).toList();
	}

	/** Another word or words in a place. */
	static Fix write(SourceRange place, String text) {
		return new Fix("Write '%s'".formatted(text), new Replace(place, text));
	}

	private static Fix syntax(int length, String text, XtextResource resource, AbstractDiagnostic error, SourceRanges ranges) {
		var root = resource.getParseResult().getRootNode();
		var place = ranges.of(resource, root, error.getOffset(), length);
		var behind = root.getText().substring(error.getOffset() + length);
		var before = root.getText().substring(error.getOffset(), error.getOffset() + length);
		var label = text.isEmpty() ? "Take '%s' away".formatted(before)
				: "Write '%s'".formatted(length == 0 ? text + behind.replaceFirst("(?s)\\W.*", "") : text);
		return new Fix(label, new Replace(place, text));
	}

	/** A name as it is written where the error stands: with quotes where there were some, or with a sign that it is no keyword. */
	private static String written(String name, XtextResource resource, AbstractDiagnostic error) {
		INode node = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), error.getOffset());
		while (node.getParent() != null && GrammarUtil.containingCrossReference(node.getGrammarElement()) == null) {
			node = node.getParent();
		}
		return GrammarUtil.containingCrossReference(node.getGrammarElement()) instanceof CrossReference reference
				&& reference.getTerminal() instanceof RuleCall call
						? resource.getResourceServiceProvider().get(IValueConverterService.class).toString(name, call.getRule().getName())
						: name;
	}
}
