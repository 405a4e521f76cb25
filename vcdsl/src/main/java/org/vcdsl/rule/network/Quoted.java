package org.vcdsl.rule.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;

/** Names in messages. */
final class Quoted {

	private static final int SHOWN = 3;

	private Quoted() {
	}

	/** {@code 'a'}, {@code 'a' and 'b'}, {@code 'a', 'b', 'c' and 7 more}. */
	static String all(List<String> names) {
		var rest = names.size() - SHOWN;
		if (rest > 0) {
			return Names.few(names);
		}
		var last = names.size() - 1;
		return Stream.of(String.join("', '", names.subList(0, last)), names.get(last)).filter(part -> !part.isEmpty())
				.collect(Collectors.joining("' and '", "'", "'"));
	}

	/** The same of elements. */
	static String names(List<? extends Element> elements) {
		return all(elements.stream().map(Element::name).toList());
	}
}
