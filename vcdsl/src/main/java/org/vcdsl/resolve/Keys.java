package org.vcdsl.resolve;

import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What values are called in the text: by the words in front of them. */
final class Keys {

	private Keys() {
	}

	/** The key of a feature that a part of the tree states: {@code fed by}; its value where no key stands in front of it. */
	static String of(EObject part, EStructuralFeature feature) {
		var nodes = NodeModelUtils.findNodesForFeature(part, feature);
		return nodes.isEmpty() ? feature.getName() : of(nodes.getFirst());
	}

	/** The key of the value at a node of an assignment. */
	static String of(INode node) {
		var assignment = assignment(node);
		var words = assignment.eContainer() instanceof Group group
				? group.getElements().stream().takeWhile(element -> element != assignment).filter(Keyword.class::isInstance)
						.map(element -> ((Keyword) element).getValue()).collect(Collectors.joining(" "))
				: "";
		return words.isEmpty() ? NodeModelUtils.getTokenText(node) : words;
	}

	/** The word in front of the value at a node. */
	static INode before(INode node) {
		var before = node.getPreviousSibling();
		while (before instanceof ILeafNode leaf && leaf.isHidden()) {
			before = before.getPreviousSibling();
		}
		return before;
	}

	/** The assignment that a node belongs to; null when it belongs to none. */
	static Assignment assignment(INode node) {
		return node.getGrammarElement() instanceof Assignment own ? own
				: GrammarUtil.containingAssignment(node.getGrammarElement());
	}
}
