package org.vcdsl.catalog;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.facts.Catalogue;
import org.vcdsl.resolve.FactsResolver;
import org.vcdsl.resolve.SourceRanges;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.VcdFile;

/** The facts of entries as text. */
final class CatalogueFacts {

	private CatalogueFacts() {
	}

	/** The facts of all files. */
	static Catalogue all() {
		return FactsResolver.catalogue(
				CatalogueFiles.names().stream().flatMap(file -> entries((VcdFile) CatalogueFiles.parse(file).getContents().getFirst()))
						.toList(),
				ranges());
	}

	/** The facts of a text without its package, and of what it names. */
	static Catalogue of(String text) {
		return FactsResolver.catalogue(parsed(text), ranges());
	}

	/** The declarations of a text without its package. */
	static List<NamedDeclaration> parsed(String text) {
		return entries((VcdFile) CatalogueFiles.parse("text.vcd", "package shop import vcd.catalog.*\n" + text).getContents().getFirst())
				.toList();
	}

	static SourceRanges ranges() {
		return new SourceRanges(resource -> resource.getURI().lastSegment());
	}

	private static Stream<NamedDeclaration> entries(VcdFile file) {
		return file.getItems().stream().filter(NamedDeclaration.class::isInstance).map(NamedDeclaration.class::cast);
	}
}
