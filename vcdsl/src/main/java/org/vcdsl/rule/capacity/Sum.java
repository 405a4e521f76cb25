package org.vcdsl.rule.capacity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.analysis.capacity.Amount;
import org.vcdsl.analysis.capacity.Part;
import org.vcdsl.topology.Constraint.Resource;

/**
 * Parts of a resource for readers.
 *
 * @param parts at least one
 */
record Sum(Resource resource, List<Part> parts) {

	private static final int NAMED = 5;

	/** What they make together: {@code 50 GiB}. */
	String total() {
		return new Amount(resource, Part.sum(parts)).label();
	}

	/** {@code db 48 GiB + web 2 x 1 GiB}: members of one declaration counted together, and those of a long list from the sixth on. */
	String terms() {
		var others = parts.subList(Math.min(NAMED, parts.size()), parts.size());
		return Stream.concat(parts.stream().limit(NAMED).map(this::term),
				others.stream().limit(1).map(any -> "others " + new Sum(resource, others).total())).collect(Collectors.joining(" + "));
	}

	private String term(Part part) {
		return "%s %s%s".formatted(part.declaration(), part.count() == 1 ? "" : part.count() + " x ",
				new Amount(resource, part.each()).label());
	}
}
