package org.vcdsl.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
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
			check(part, node, new HashMap<>());
		}
		part.eContents().forEach(this::check);
	}

	/** Looks at the nodes of one element, also at those below a rule that only hands over to another. */
	private void check(EObject part, ICompositeNode node, Map<String, INode> seen) {
		for (var child : node.getChildren()) {
			var assignment = Keys.assignment(child);
			if (assignment == null) {
				if (child instanceof ICompositeNode handedOver) {
					check(part, handedOver, seen);
				}
			} else if (!ADDS_TO_A_LIST.equals(assignment.getOperator())) {
				var earlier = seen.put(assignment.getFeature(), child);
				if (earlier != null) {
					refuse(part, earlier, child);
				}
			}
		}
	}

	private void refuse(EObject part, INode earlier, INode later) {
		remarks.add(new Finding("VCD109", Severity.ERROR, ranges.of(part, later),
				"'%s' is given twice, but has one value. Keep one of them.".formatted(Keys.of(later)), List.of(), List.of())
				.fixedBy(List.of(new Fix("Keep '%s'".formatted(written(later)), new TakeAway(ranges.of(part, earlier))),
						new Fix("Keep '%s'".formatted(written(earlier)), new TakeAway(ranges.of(part, later))))));
	}

	/** A key with its value. */
	private static String written(INode value) {
		var key = Keys.of(value);
		var text = NodeModelUtils.getTokenText(value);
		return key.equals(text) ? text : key + " " + text;
	}
}
