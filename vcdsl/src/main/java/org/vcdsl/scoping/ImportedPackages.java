package org.vcdsl.scoping;

import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.vcd.ImportClause;

/** The packages that an import can mean. */
public final class ImportedPackages {

	private static final String WILDCARD = ".*";

	private ImportedPackages() {
	}

	/** All packages that the files of a resource set declare something in, and the shipped catalogue. */
	public static List<String> all(ImportClause clause) {
		return Stream.concat(NameIndex.of(clause.eResource().getResourceSet()).packageNames().sorted(),
				Stream.of(ShippedCatalogue.PACKAGE)).toList();
	}

	/** Whether everything in a package is imported. */
	public static boolean isWhole(ImportClause clause) {
		return clause.getImportedNamespace().endsWith(WILDCARD);
	}

	/** Whether the one element that is imported is declared in its package; its name may have a cluster in front. */
	public static boolean isDeclared(ImportClause clause) {
		var resources = clause.eResource().getResourceSet();
		var name = clause.getImportedNamespace();
		for (var dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
			var packageName = name.substring(0, dot);
			var element = name.substring(dot + 1);
			if (packageName.equals(ShippedCatalogue.PACKAGE) ? !ShippedCatalogue.find(resources, element, kind -> true).isEmpty()
					: !NameIndex.of(resources).find(packageName, element).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	/** What is written in front of the wildcard. */
	public static String name(ImportClause clause) {
		return isWhole(clause) ? clause.getImportedNamespace().substring(0, clause.getImportedNamespace().length() - WILDCARD.length())
				: clause.getImportedNamespace();
	}
}
