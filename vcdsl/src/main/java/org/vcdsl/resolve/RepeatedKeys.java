package org.vcdsl.resolve;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
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
			check(part, node, new HashSet<>());
		}
		part.eContents().forEach(this::check);
	}

	/** Looks at the nodes of one element, also at those below a rule that only hands over to another. */
	private void check(EObject part, ICompositeNode node, Set<String> seen) {
		for (var child : node.getChildren()) {
			var assignment = Keys.assignment(child);
			if (assignment == null) {
				if (child instanceof ICompositeNode handedOver) {
					check(part, handedOver, seen);
				}
			} else if (!ADDS_TO_A_LIST.equals(assignment.getOperator()) && !seen.add(assignment.getFeature())) {
				remarks.add("VCD109", Severity.ERROR, ranges.of(part, child),
						"'%s' is given twice, but has one value. Keep one of them.".formatted(Keys.of(child)));
			}
		}
	}
}
