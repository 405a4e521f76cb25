package org.vcdsl.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.fix.FixEdits;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.scoping.ShippedCatalogue;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Injector;

/** Files of text, parsed side by side so that they see each other, and the names they were given. */
public final class SourceSet {

	/** As a command finds files: folder by folder, what is in a folder by name. */
	private static final Comparator<String> BY_FOLDER = (first, second) -> Arrays.compare(first.split("/"), second.split("/"));

	private final List<Resource> resources;
	private final Map<Resource, String> names;
	private final Set<Resource> libraries;
	private final Optional<Path> folder;
	private FixEdits fixEdits;

	private SourceSet(List<Resource> resources, Map<Resource, String> names, Set<Resource> libraries, Optional<Path> folder) {
		this.resources = List.copyOf(resources);
		this.names = names;
		this.libraries = libraries;
		this.folder = folder;
	}

	/** Parses texts where no Eclipse has set the language up. */
	public static SourceSet parse(List<SourceFile> files) {
		var resourceSet = Standalone.INJECTOR.getInstance(XtextResourceSet.class);
		var resources = new ArrayList<Resource>();
		var names = new IdentityHashMap<Resource, String>();
		var libraries = Collections.<Resource>newSetFromMap(new IdentityHashMap<>());
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
			if (file.isLibrary()) {
				libraries.add(resource);
			}
		}
		return new SourceSet(resources, names, libraries, Optional.empty());
	}

	/**
	 * A resource that somebody else has loaded, with all of the architect's that its resource set holds; named and in the order in which a
	 * command finds them that is given their project's folder.
	 */
	public static SourceSet around(Resource resource) {
		var project = ProjectFolder.of(resource);
		var names = new IdentityHashMap<Resource, String>();
		resource.getResourceSet().getResources().stream()
				.filter(beside -> beside instanceof XtextResource && !ShippedCatalogue.contains(beside))
				.forEach(beside -> names.put(beside, project.nameOf(beside.getURI())));
		var resources = names.keySet().stream().sorted(Comparator.comparing(names::get, BY_FOLDER)).toList();
		return new SourceSet(resources, names, Set.of(), project.onDisk());
	}

	/** The folder from which the names of files are seen; absent when nobody knows it, or the files lie on no disk. */
	public Optional<Path> folder() {
		return folder;
	}

	/** The package that each file declares, by its name, without those that are only imported; in the order of the files. */
	public Map<String, String> packages() {
		var packages = new LinkedHashMap<String, String>();
		resources.stream().filter(resource -> !isLibrary(resource)).forEach(resource -> resource.getContents().stream()
				.filter(VcdFile.class::isInstance).map(VcdFile.class::cast).filter(file -> file.getName() != null)
				.forEach(file -> packages.put(nameOf(resource), file.getName())));
		return packages;
	}

	/** The name that findings give a file. */
	public String nameOf(Resource resource) {
		var name = names.get(resource);
		return name != null ? name
				: ShippedCatalogue.entryOf(resource).map(entry -> ShippedCatalogue.PACKAGE + "/" + entry.file()).orElse(null);
	}

	/** Where things stand in these files, and in those of the shipped catalogue. */
	public SourceRanges ranges() {
		return new SourceRanges(this::nameOf, SourceSet::start);
	}

	/** An entry of the catalogue is a resource of its own, and part of a file. */
	private static SourceRanges.Start start(Resource resource) {
		return ShippedCatalogue.entryOf(resource).map(
				entry -> new SourceRanges.Start(ShippedCatalogue.offsetInFile(entry, 0), ShippedCatalogue.lineInFile(entry, 0)))
				.orElse(new SourceRanges.Start(0, 0));
	}

	/** Whether a file is only there because something imports its package. */
	boolean isLibrary(Resource resource) {
		return libraries.contains(resource);
	}

	/** What a fix changes in the files that are to be judged; nothing in others, which are not the architect's to change here. */
	public List<TextEdit> edits(Fix fix) {
		if (fixEdits == null) {
			fixEdits = new FixEdits(resources.stream().filter(resource -> !isLibrary(resource)).toList(), this::nameOf);
		}
		return fixEdits.of(fix);
	}

	/** What findings call the files that are to be judged. */
	Set<String> reportedNames() {
		return resources.stream().filter(resource -> !isLibrary(resource)).map(this::nameOf).collect(Collectors.toUnmodifiableSet());
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
