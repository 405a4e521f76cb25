package org.vcdsl.rule.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.Element;

/**
 * Members of one declaration of which the same is to be said: it is said once, of the first, with the others counted.
 *
 * @param elements at least one, in order
 * @param facts one of each
 */
record Members<F>(List<Element> elements, List<F> facts) {

	/** Facts by the declaration of what they are about, in order. */
	static <F> Stream<Members<F>> of(Stream<F> facts, Function<F, Element> element) {
		return facts.collect(Collectors.groupingBy(fact -> element.apply(fact).source(), LinkedHashMap::new, Collectors.toList()))
				.values().stream().map(same -> new Members<>(same.stream().map(element).toList(), same));
	}

	Element first() {
		return elements.getFirst();
	}

	F firstFact() {
		return facts.getFirst();
	}

	/** What to accept a finding by: the declaration or any member. */
	List<String> subjects() {
		return Stream.concat(Stream.of(first().declaration()), elements.stream().map(Element::name)).distinct().toList();
	}

	/** To be put behind what is said of the first: {@code (so it is with 3 more of 'kvm')}. */
	String others() {
		return elements.size() == 1 ? "" : " (so it is with %s more of '%s')".formatted(elements.size() - 1, first().declaration());
	}
}
