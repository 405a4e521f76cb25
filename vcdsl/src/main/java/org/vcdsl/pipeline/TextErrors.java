package org.vcdsl.pipeline;

import java.util.List;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.resource.XtextResource;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.resolve.SourceRanges;

/** What the parser and the linker complain about, as findings. */
final class TextErrors {

	private TextErrors() {
	}

	/** Precondition: all names of the resource have been looked up. */
	static List<Finding> of(Resource resource, SourceRanges ranges) {
		return resource.getErrors().stream().filter(AbstractDiagnostic.class::isInstance).map(AbstractDiagnostic.class::cast)
				.map(error -> finding((XtextResource) resource, error, ranges)).distinct().toList();
	}

	private static Finding finding(XtextResource resource, AbstractDiagnostic error, SourceRanges ranges) {
		var root = resource.getParseResult().getRootNode();
		var offset = Math.min(error.getOffset(), root.getTotalLength());
		var length = Math.min(error.getLength(), root.getTotalLength() - offset);
		return new Finding(error instanceof XtextLinkingDiagnostic ? "VCD101" : "VCD100", Severity.ERROR,
				ranges.of(resource, root, offset, length), error.getMessage(), List.of(), List.of());
	}
}
