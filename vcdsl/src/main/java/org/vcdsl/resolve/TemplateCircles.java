package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.vcdsl.finding.Severity;
import org.vcdsl.vcd.NamedDeclaration;

/** Refuses templates that extend themselves, and values that override those of a final one, used or not. */
final class TemplateCircles {

	private final SourceRanges ranges;
	private final Remarks remarks;
	private final Set<NamedDeclaration> done = new HashSet<>();

	TemplateCircles(SourceRanges ranges, Remarks remarks) {
		this.ranges = ranges;
		this.remarks = remarks;
	}

	/** Each circle is said once, at the first of its templates. */
	void check(List<NamedDeclaration> templates) {
		for (var template : templates) {
			var path = new LinkedHashSet<NamedDeclaration>();
			var next = template;
			while (next != null && !done.contains(next) && path.add(next)) {
				next = Bodies.template(next);
			}
			if (path.contains(next)) {
				refuse(next, path);
			}
			done.addAll(path);
			Bodies.of(template, EObject.class, ranges, remarks);
		}
	}

	private void refuse(NamedDeclaration template, Set<NamedDeclaration> path) {
		var circle = new ArrayList<>(path.stream().dropWhile(other -> other != template).toList());
		circle.add(template);
		remarks.add("VCD108", Severity.ERROR, ranges.of(template), "Template '%s' extends itself: %s. Take one ':' away.".formatted(
				template.getName(), circle.stream().map(NamedDeclaration::getName).collect(Collectors.joining(", "))),
				template.getName());
	}
}
