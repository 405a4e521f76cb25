package org.vcdsl.resolve;

import java.util.HashSet;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.finding.Severity;

/** Refuses a key that is given twice where it has one value: the parser would silently keep the last. */
final class RepeatedKeys {

	private static final String ADDS_TO_A_LIST = "+=";

	private final SourceRanges ranges;
	private final Remarks remarks;

	RepeatedKeys(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	/** Checks a part of the tree and all below it; linear. */
	void check(EObject part) {
		var node = NodeModelUtils.findActualNodeFor(part);
		if (node != null) {
			check(part, node);
		}
		part.eContents().forEach(this::check);
	}

	private void check(EObject part, ICompositeNode node) {
		var seen = new HashSet<String>();
		for (var child : node.getChildren()) {
			var assignment = child.getGrammarElement() instanceof Assignment own ? own
					: GrammarUtil.containingAssignment(child.getGrammarElement());
			if (assignment != null && !ADDS_TO_A_LIST.equals(assignment.getOperator())
					&& !seen.add(assignment.getFeature())) {
				remarks.add("VCD109", Severity.ERROR, ranges.of(part, child),
						"This is given twice: '%s' has one value. Keep one of them.".formatted(assignment.getFeature()));
			}
		}
	}
}
