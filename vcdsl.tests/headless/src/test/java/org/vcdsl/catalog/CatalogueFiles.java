package org.vcdsl.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vcdsl.Project;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.scoping.ShippedCatalogue;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

import com.google.inject.Injector;

/** The catalogue's files as they stand in the project. */
final class CatalogueFiles {

	static final String FOLDER = "vcdsl/src/main/resources/org/vcdsl/catalog";

	static final String HOW_TO_REWRITE = "./build test -P '!eclipse' -pl vcdsl.tests/headless -am -Dtest='CatalogueFilesTest' "
			+ "-Dsurefire.failIfNoSpecifiedTests=false -Dvcdsl.update=true";

	private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();

	private CatalogueFiles() {
	}

	/** Names of all files, sorted. */
	static List<String> names() {
		try (var files = Files.list(Project.path(FOLDER))) {
			return files.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(".vcd")).sorted().toList();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/** A whole file, parsed. */
	static XtextResource parse(String file) {
		return parse(file, Project.read(FOLDER + "/" + file));
	}

	/** Text as if it stood in a file of the catalogue. */
	static XtextResource parse(String file, String text) {
		return parse(INJECTOR.getInstance(XtextResourceSet.class), file, text);
	}

	static XtextResource parse(XtextResourceSet resources, String file, String text) {
		var resource = (XtextResource) resources
				.createResource(URI.createHierarchicalURI("vcd-source", null, null, new String[] { "catalog", file }, null, null));
		try {
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return resource;
	}

	static XtextResourceSet resourceSet() {
		return INJECTOR.getInstance(XtextResourceSet.class);
	}

	/** The index of all files: kind, name, file, offset, length and line of each entry. */
	static String index() {
		return names().stream().map(CatalogueFiles::index).collect(Collectors.joining());
	}

	private static String index(String file) {
		var root = (VcdFile) parse(file).getContents().getFirst();
		return root.getItems().stream().filter(NamedDeclaration.class::isInstance).map(NamedDeclaration.class::cast).map(entry -> {
			var node = NodeModelUtils.findActualNodeFor(entry);
			return String.join("\t", entry.eClass().getName(), entry.getName(), file, String.valueOf(node.getOffset()),
					String.valueOf(node.getLength()), String.valueOf(node.getStartLine())) + "\n";
		}).collect(Collectors.joining());
	}

	static Path path(String file) {
		return Project.path(FOLDER).resolve(file);
	}

	static Path indexPath() {
		return path(ShippedCatalogue.INDEX);
	}
}
