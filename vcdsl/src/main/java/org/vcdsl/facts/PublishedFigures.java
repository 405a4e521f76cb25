package org.vcdsl.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Published numbers of one kind. */
public record PublishedFigures(String name, List<Figure> figures, Provenance provenance) implements CatalogueFact {

	public PublishedFigures {
		figures = List.copyOf(figures);
	}

	/**
	 * A number about a subject.
	 *
	 * @param number absent where a source claims something without one
	 * @param condition under which it was measured
	 */
	public record Figure(String subject, Optional<BigDecimal> number, Optional<String> unit, Optional<String> condition,
			Provenance provenance) {
	}
}
