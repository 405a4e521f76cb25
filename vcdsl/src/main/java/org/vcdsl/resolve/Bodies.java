package org.vcdsl.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vcdsl.finding.Change.Replace;
import org.vcdsl.finding.Change.TakeAway;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.SourceRange;
import org.vcdsl.vcd.NamedDeclaration;

/**
 * What a declaration states itself, and what its template, that one's template and so on state.
 *
 * <p>The nearest that states a value decides, lists included; {@link #all} adds up what adds. A final template freezes the values it
 * states.
 *
 * @param <B> what holds the keys of such declarations
 */
final class Bodies<B extends EObject> {

	private final List<B> nearestFirst;

	private Bodies(List<B> nearestFirst) {
		this.nearestFirst = nearestFirst;
	}

	/** The keys of one kind of declaration, and where its parts are found in the tree. */
	static <B extends EObject> Bodies<B> of(NamedDeclaration declaration, Class<B> type, SourceRanges ranges, Remarks remarks) {
		var bodies = new ArrayList<B>(2);
		var templates = new LinkedHashSet<NamedDeclaration>();
		body(declaration, type).ifPresent(bodies::add);
		for (var template = template(declaration); template != null; template = template(template)) {
			if (!templates.add(template)) {
				break; // said by TemplateCircles
			}
			var stated = body(template, type);
			if (isFinal(template) && stated.isPresent()) {
				refuseOverrides(stated.get(), bodies, template, ranges, remarks);
			}
			stated.ifPresent(bodies::add);
		}
		return new Bodies<>(bodies);
	}

	/** The nearest body that states a feature. */
	Optional<B> stating(EStructuralFeature feature) {
		for (var body : nearestFirst) {
			if (body.eIsSet(feature)) {
				return Optional.of(body);
			}
		}
		return Optional.empty();
	}

	/** What the nearest body that states a feature says of it. */
	<V> Optional<V> value(EStructuralFeature feature, Function<B, V> value) {
		return stating(feature).map(value);
	}

	/** What the nearest body that states a list says; empty when none does. */
	<V> List<V> list(EStructuralFeature feature, Function<B, List<V>> value) {
		return stating(feature).map(value).orElse(List.of());
	}

	/** What all bodies say together, the farthest first: what adds instead of replacing. */
	<V> List<V> all(Function<B, List<V>> value) {
		return nearestFirst.reversed().stream().flatMap(body -> value.apply(body).stream()).toList();
	}

	private static <B extends EObject> void refuseOverrides(B frozen, List<B> nearer, NamedDeclaration template, SourceRanges ranges,
			Remarks remarks) {
		for (var feature : frozen.eClass().getEAllStructuralFeatures()) {
			if (feature.getName().equals("requirements") || !frozen.eIsSet(feature)) {
				continue;
			}
			nearer.stream().filter(body -> body.eIsSet(feature)).forEach(body -> remarks.add(
					refusal(template, Keys.of(frozen, feature), ranges.of(body, feature, 0), ranges)));
		}
	}

	/** Which of the two has to give way is the architect's to say. */
	private static Finding refusal(NamedDeclaration template, String key, SourceRange override, SourceRanges ranges) {
		return new Finding("VCD114", Severity.ERROR, override,
				"'%s' is final and states '%s' already. Take it away here, or the 'final' there.".formatted(template.getName(), key),
				List.of(template.getName()), List.of())
				.fixedBy(List.of(new Fix("Take '%s' away here".formatted(key), new TakeAway(override)),
						new Fix("Take the 'final' of '%s' away".formatted(template.getName()),
								new Replace(ranges.of(template, template.eClass().getEStructuralFeature("final"), 0), ""))));
	}

	private static boolean isFinal(NamedDeclaration template) {
		var feature = template.eClass().getEStructuralFeature("final");
		return feature != null && (Boolean) template.eGet(feature);
	}

	/** What a declaration extends; null when it extends nothing. */
	static NamedDeclaration template(NamedDeclaration declaration) {
		var feature = declaration.eClass().getEStructuralFeature("template");
		return feature == null ? null : (NamedDeclaration) declaration.eGet(feature);
	}

	private static <B extends EObject> Optional<B> body(NamedDeclaration declaration, Class<B> type) {
		var feature = declaration.eClass().getEStructuralFeature("body");
		return feature == null ? Optional.empty() : Optional.ofNullable(type.cast(declaration.eGet(feature)));
	}

	/** The template a declaration was made from. */
	static Optional<String> templateOf(NamedDeclaration declaration) {
		return Optional.ofNullable(template(declaration)).map(NamedDeclaration::getName);
	}
}
