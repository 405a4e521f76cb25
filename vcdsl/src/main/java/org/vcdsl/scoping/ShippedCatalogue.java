package org.vcdsl.scoping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** The package {@code vcd.catalog} that comes with the language, as resources beside the architect's own. */
public final class ShippedCatalogue {

	/** Name of the package that its files declare. */
	public static final String PACKAGE = "vcd.catalog";

	private static final String SCHEME = "vcd-catalog";
	private static final List<String> FILES = List.of("os.vcd", "platforms.vcd", "servers.vcd");

	private ShippedCatalogue() {
	}

	/** Makes the catalogue's resources part of a resource set, once. */
	public static void load(ResourceSet resources) {
		for (var file : FILES) {
			var uri = URI.createHierarchicalURI(SCHEME, null, null, new String[] { file }, null, null);
			if (resources.getResource(uri, false) == null) {
				load(resources.createResource(uri, "org.vcdsl.vcd"), file);
			}
		}
	}

	/** Whether a resource is part of the catalogue and not of what an architect wrote. */
	public static boolean contains(Resource resource) {
		return SCHEME.equals(resource.getURI().scheme());
	}

	private static void load(Resource resource, String file) {
		try (var text = ShippedCatalogue.class.getResourceAsStream("/org/vcdsl/catalog/" + file)) {
			resource.load(text, null);
		} catch (IOException broken) {
			throw new UncheckedIOException("The shipped catalogue cannot be read: " + file, broken);
		}
	}
}
