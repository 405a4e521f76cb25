package org.vcdsl.scoping;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Where a name would have been found that cannot be seen from a place. */
public final class NamesElsewhere {

	private NamesElsewhere() {
	}

	/** The packages that declare an element of this name which the reference might mean, the shipped catalogue last. */
	public static List<String> packagesWith(String name, EObject place, EReference reference) {
		if (place.eResource() == null || place.eResource().getResourceSet() == null) {
			return List.of();
		}
		var allowed = VcdScopeProvider.allowed(place, reference);
		var resources = place.eResource().getResourceSet();
		var index = NameIndex.of(resources);
		return Stream.concat(
				index.packageNames().sorted().filter(packageName -> index.find(packageName, name).stream()
						.anyMatch(declaration -> allowed.contains(declaration.eClass()))),
				ShippedCatalogue.find(resources, name, allowed::contains).stream().limit(1)
						.map(entry -> ShippedCatalogue.PACKAGE))
				.toList();
	}
}
