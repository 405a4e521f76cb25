package org.vcdsl.messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vcdsl.scoping.ImportedPackages;
import org.vcdsl.vcd.ImportClause;

/** Says of an import that brings nothing what was meant. */
public final class ImportMessages {

	private ImportMessages() {
	}

	/**
	 * What is wrong with an import.
	 *
	 * @param meant what could be imported instead
	 */
	public record Wrong(String message, List<String> meant) {

		public Wrong {
			meant = List.copyOf(meant);
		}
	}

	/** Empty when nothing is wrong with an import. */
	public static Optional<Wrong> of(ImportClause clause) {
		if (clause.getImportedNamespace() == null) {
			return Optional.empty();
		}
		var name = ImportedPackages.name(clause);
		var packages = ImportedPackages.all(clause);
		if (packages.contains(name)) {
			return ImportedPackages.isWhole(clause) ? Optional.empty()
					: Optional.of(new Wrong("'%s' is a package. Write 'import %s.*' to see what it declares.".formatted(name, name),
							List.of(name + ".*")));
		}
		if (!ImportedPackages.isWhole(clause)) {
			return ImportedPackages.isDeclared(clause) ? Optional.empty()
					: Optional.of(new Wrong("There is no '%s' to import. Check its name and that of its package.".formatted(name), List.of()));
		}
		var near = NearNames.of(name, packages.stream());
		return Optional.of(new Wrong("There is no package '%s' here. %s".formatted(name, near.isEmpty()
				? "Give the file that declares it: among the inputs, beside this one, or in a folder of '--path'."
				: near.stream().collect(Collectors.joining("', '", "Did you mean '", "'?"))),
				near.stream().map(known -> known + ".*").toList()));
	}
}
