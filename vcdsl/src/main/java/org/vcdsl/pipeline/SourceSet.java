package org.vcdsl.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.scoping.ShippedCatalogue;

import com.google.inject.Injector;

/** Files of text, parsed side by side so that they see each other, and the names they were given. */
public final class SourceSet {

	private final List<Resource> resources;
	private final Map<Resource, String> names;

	private SourceSet(List<Resource> resources, Map<Resource, String> names) {
		this.resources = List.copyOf(resources);
		this.names = names;
	}

	/** Parses texts where no Eclipse has set the language up. */
	public static SourceSet parse(List<SourceFile> files) {
		var resourceSet = Standalone.INJECTOR.getInstance(XtextResourceSet.class);
		var resources = new ArrayList<Resource>();
		var names = new IdentityHashMap<Resource, String>();
		for (var file : files) {
			var uri = URI.createHierarchicalURI("vcd-source", null, null,
					new String[] { String.valueOf(resources.size()), "source.vcd" }, null, null);
			var resource = resourceSet.createResource(uri);
			try {
				resource.load(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)),
						Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
			} catch (IOException impossible) {
				throw new UncheckedIOException("Reading from memory cannot fail", impossible);
			}
			resources.add(resource);
			names.put(resource, file.name());
		}
		return new SourceSet(resources, names);
	}

	/** A resource that somebody else has loaded, with all of the architect's that its resource set holds. */
	public static SourceSet around(Resource resource) {
		var resources = resource.getResourceSet().getResources().stream()
				.filter(beside -> beside instanceof XtextResource && !ShippedCatalogue.contains(beside)).toList();
		var names = new IdentityHashMap<Resource, String>();
		resources.forEach(beside -> names.put(beside, nameOf(beside.getURI())));
		return new SourceSet(resources, names);
	}

	private static String nameOf(URI uri) {
		return uri.isPlatformResource() ? uri.toPlatformString(true) : uri.isFile() ? uri.toFileString() : uri.toString();
	}

	/** The name that findings give a file. */
	public String nameOf(Resource resource) {
		return names.get(resource);
	}

	/** Whether the parser or the linker complains about a file; looks all names up. */
	public boolean hasTextErrors() {
		resources.forEach(EcoreUtil::resolveAll);
		return resources.stream().anyMatch(resource -> !resource.getErrors().isEmpty());
	}

	List<Resource> resources() {
		return resources;
	}

	/** Set up when the first text is parsed. */
	private static final class Standalone {

		private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();
	}
}
