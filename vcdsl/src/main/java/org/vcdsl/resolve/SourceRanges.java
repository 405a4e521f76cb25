package org.vcdsl.resolve;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.vcdsl.topology.SourceRange;

/** Where parts of the tree stand in their files. */
public final class SourceRanges {

	private final Function<Resource, String> fileNames;
	private final Function<Resource, Start> starts;

	/** Names files as the architect gave them. */
	public SourceRanges(Function<Resource, String> fileNames) {
		this(fileNames, resource -> Start.OF_FILE);
	}

	/** The same, for resources of which some hold only a part of their file. */
	public SourceRanges(Function<Resource, String> fileNames, Function<Resource, Start> starts) {
		this.fileNames = fileNames;
		this.starts = starts;
	}

	/**
	 * Where a resource's text starts in its file.
	 *
	 * @param offset to add to offsets in the resource
	 * @param lines to add to its lines
	 */
	public record Start(int offset, int lines) {

		static final Start OF_FILE = new Start(0, 0);
	}

	/** The name that a declaration gives. */
	static String name(EObject declaration) {
		return SimpleAttributeResolver.NAME_RESOLVER.apply(declaration);
	}

	/** The name of a declaration, or all of it if it has none. */
	SourceRange of(EObject part) {
		var name = SimpleAttributeResolver.NAME_RESOLVER.getAttribute(part);
		return name != null ? of(part, name, 0) : of(part, NodeModelUtils.findActualNodeFor(part).getTextRegion());
	}

	/** One value of a feature; the whole part if the feature has none. */
	SourceRange of(EObject part, EStructuralFeature feature, int index) {
		var nodes = NodeModelUtils.findNodesForFeature(part, feature);
		return index < nodes.size()
				? of(part, nodes.get(index).getTextRegion())
				: of(part, NodeModelUtils.findActualNodeFor(part).getTextRegion());
	}

	/**
	 * The first place in a value where something is written, upper and lower case being equal; no part of a longer word.
	 *
	 * @return empty where it is written otherwise, with a comment in between for instance
	 */
	Optional<SourceRange> ofText(EObject part, EStructuralFeature feature, int index, String written) {
		var nodes = NodeModelUtils.findNodesForFeature(part, feature);
		if (index >= nodes.size()) {
			return Optional.empty();
		}
		var node = nodes.get(index);
		var text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
		var found = Pattern.compile((startsWord(written) ? "(?<![A-Za-z_])" : "") + Pattern.quote(written)
				+ (endsWord(written) ? "(?![A-Za-z0-9_])" : ""), Pattern.CASE_INSENSITIVE).matcher(text);
		return found.find() ? Optional.of(of(part.eResource(), node.getRootNode(), node.getOffset() + found.start(), written.length()))
				: Optional.empty();
	}

	private static boolean startsWord(String text) {
		return Character.isLetter(text.charAt(0));
	}

	private static boolean endsWord(String text) {
		return Character.isLetterOrDigit(text.charAt(text.length() - 1)) || text.endsWith("_");
	}

	/** The place in front of a value, of no length. */
	SourceRange before(EObject part, EStructuralFeature feature, int index) {
		var node = NodeModelUtils.findNodesForFeature(part, feature).get(index);
		return of(part.eResource(), node.getRootNode(), node.getOffset(), 0);
	}

	/** From the start of one node to the end of another of the same file. */
	SourceRange between(EObject part, INode first, INode last) {
		return of(part.eResource(), first.getRootNode(), first.getOffset(), last.getEndOffset() - first.getOffset());
	}

	/** The text of one node. */
	SourceRange of(EObject part, INode node) {
		return of(part, node.getTextRegion());
	}

	/** So many characters from an offset in a file. */
	public SourceRange of(Resource resource, INode root, int offset, int length) {
		var start = NodeModelUtils.getLineAndColumn(root, offset);
		var end = NodeModelUtils.getLineAndColumn(root, offset + length);
		var shift = starts.apply(resource);
		return new SourceRange(fileNames.apply(resource), offset + shift.offset(), length, start.getLine() + shift.lines(),
				start.getColumn(), end.getLine() + shift.lines(), end.getColumn());
	}

	private SourceRange of(EObject part, ITextRegion region) {
		return of(part.eResource(), NodeModelUtils.getNode(part).getRootNode(), region.getOffset(), region.getLength());
	}
}
