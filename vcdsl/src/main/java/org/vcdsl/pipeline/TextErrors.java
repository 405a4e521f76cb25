package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.messages.ImportMessages;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;

/** What the parser and the linker complain about, as findings. */
final class TextErrors {

	private static final String UNKNOWN = "VCD101";

	private TextErrors() {
	}

	/**
	 * One for each line: what else is wrong in it is most often a consequence. The same goes for names that stand in text which was
	 * passed over, and for unknown names where an import brings nothing.
	 *
	 * <p>Precondition: all names of the resource have been looked up.
	 */
	static List<Finding> of(Resource resource, SourceRanges ranges) {
		var lines = new HashSet<Integer>();
		var lost = lostNames((XtextResource) resource);
		var imports = wrongImports((XtextResource) resource, ranges);
		var findings = new ArrayList<Finding>();
		resource.getErrors().stream().filter(AbstractDiagnostic.class::isInstance).map(AbstractDiagnostic.class::cast)
				.sorted(Comparator.comparingInt(AbstractDiagnostic::getOffset)).forEach(error -> {
					var finding = finding((XtextResource) resource, error, ranges);
					if (error instanceof XtextLinkingDiagnostic
							? imports.isEmpty() && !lost.contains(text((XtextResource) resource, error))
							: lines.add(finding.source().line())) {
						findings.add(finding);
					}
				});
		findings.addAll(imports);
		return findings.stream().distinct().toList();
	}

	private static List<Finding> wrongImports(XtextResource resource, SourceRanges ranges) {
		var findings = new ArrayList<Finding>();
		if (resource.getContents().stream().findFirst().orElse(null) instanceof VcdFile file) {
			for (var clause : file.getImports()) {
				ImportMessages.of(clause).ifPresent(wrong -> {
					var node = NodeModelUtils.findNodesForFeature(clause, VcdPackage.Literals.IMPORT_CLAUSE__IMPORTED_NAMESPACE).getFirst();
					var source = ranges.of(resource, node.getRootNode(), node.getOffset(), node.getLength());
					findings.add(new Finding(UNKNOWN, Severity.ERROR, source, wrong.message(), List.of(), List.of())
							.fixedBy(wrong.meant().stream().map(meant -> TextFixes.write(source, meant)).toList()));
				});
			}
		}
		return findings;
	}

	/** The words in text that the parser has passed over. */
	private static Set<String> lostNames(XtextResource resource) {
		var words = new HashSet<String>();
		if (resource.getParseResult().hasSyntaxErrors()) {
			for (var leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
				if (leaf.getGrammarElement() == null || leaf.getSyntaxErrorMessage() != null) {
					words.addAll(List.of(leaf.getText().split("[^A-Za-z0-9_]+")));
				}
			}
		}
		return words;
	}

	private static String text(XtextResource resource, AbstractDiagnostic error) {
		var text = resource.getParseResult().getRootNode().getText();
		var end = Math.min(text.length(), error.getOffset() + error.getLength());
		return text.substring(Math.min(error.getOffset(), end), end).replaceAll("\\[.*", "");
	}

	private static Finding finding(XtextResource resource, AbstractDiagnostic error, SourceRanges ranges) {
		var root = resource.getParseResult().getRootNode();
		var offset = Math.min(error.getOffset(), root.getTotalLength());
		var length = Math.min(error.getLength(), root.getTotalLength() - offset);
		var source = ranges.of(resource, root, offset, length);
		return new Finding(error instanceof XtextLinkingDiagnostic ? UNKNOWN : "VCD100", Severity.ERROR, source, error.getMessage(),
				List.of(), List.of()).fixedBy(TextFixes.of(resource, error, source, ranges));
	}
}
