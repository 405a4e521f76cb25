package org.vcdsl.backend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Element;
import org.vcdsl.topology.Names;
import org.vcdsl.topology.SourceRange;

/** The findings of all backends: what artefacts need and nobody stated, and what a backend cannot express. */
public final class BackendFindings {

	/** An artefact needs something that nobody stated. */
	public static final String UNSTATED = "VCD801";

	/** A backend cannot express something. */
	public static final String NOT_EXPRESSED = "VCD802";

	private BackendFindings() {
	}

	/** Elements that share a declaration, declaration by declaration, in the order given. */
	public static <E extends Element> List<List<E>> byDeclaration(Collection<E> elements) {
		return List.copyOf(elements.stream()
				.collect(Collectors.groupingBy(Element::source, LinkedHashMap::new, Collectors.toList())).values());
	}

	/** One finding a declaration: the artefact exists, and the reader is told on which assumption or variable it rests. */
	public static <E extends Element> List<Finding> assumed(Collection<E> elements, Function<String, String> message) {
		return oneADeclaration(UNSTATED, Severity.INFO, elements, message);
	}

	/** One finding a declaration: the artefact is missing until something is stated. */
	public static <E extends Element> List<Finding> missing(Collection<E> elements, Function<String, String> message) {
		return oneADeclaration(UNSTATED, Severity.WARNING, elements, message);
	}

	/** One finding a declaration: the artefact is missing, or says less than the topology, whatever is stated. */
	public static <E extends Element> List<Finding> notExpressed(Collection<E> elements, Function<String, String> message) {
		return oneADeclaration(NOT_EXPRESSED, Severity.WARNING, elements, message);
	}

	private static <E extends Element> List<Finding> oneADeclaration(String ruleId, Severity severity,
			Collection<E> elements, Function<String, String> message) {
		return byDeclaration(elements).stream()
				.map(members -> new Finding(ruleId, severity, sourceOf(members), message.apply(Names.few(members)),
						members.stream().map(Element::name).toList(), List.of()))
				.toList();
	}

	private static SourceRange sourceOf(List<? extends Element> members) {
		return members.getFirst().source();
	}
}
