package org.vcdsl.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.vcdsl.scoping.ShippedCatalogue;

/**
 * What a file says at its start, read without parsing the rest: enough to know which other files it needs.
 *
 * @param packageName absent when the file does not start like one of the language
 * @param importedPackages names of the packages that it imports, as a whole or an element of; without the shipped catalogue
 */
public record SourceHeader(Optional<String> packageName, List<String> importedPackages) {

	private static final String NAME = "\\^?[A-Za-z_][A-Za-z_0-9]*(?:\\.\\^?[A-Za-z_][A-Za-z_0-9]*)*+";
	private static final Pattern HIDDEN = Pattern.compile("(?:\\s|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+");
	private static final Pattern PACKAGE = Pattern.compile("package\\b" + HIDDEN + "(" + NAME + ")");
	private static final Pattern IMPORT = Pattern.compile("import\\b" + HIDDEN + "(" + NAME + ")(\\.\\*)?");

	public SourceHeader {
		importedPackages = List.copyOf(importedPackages);
	}

	/** The header of a text; takes time in the length of the header. */
	public static SourceHeader of(String text) {
		var hidden = HIDDEN.matcher(text);
		var position = hidden.lookingAt() ? hidden.end() : 0;
		var packageClause = PACKAGE.matcher(text).region(position, text.length());
		if (!packageClause.lookingAt()) {
			return new SourceHeader(Optional.empty(), List.of());
		}
		position = packageClause.end();
		var imports = new ArrayList<String>();
		while (true) {
			hidden.region(position, text.length());
			position = hidden.lookingAt() ? hidden.end() : position;
			var importClause = IMPORT.matcher(text).region(position, text.length());
			if (!importClause.lookingAt()) {
				return new SourceHeader(Optional.of(unescaped(packageClause.group(1))), imports);
			}
			var imported = importedPackage(unescaped(importClause.group(1)), importClause.group(2) != null);
			if (!imported.equals(ShippedCatalogue.PACKAGE)) {
				imports.add(imported);
			}
			position = importClause.end();
		}
	}

	private static String importedPackage(String name, boolean isWhole) {
		return isWhole ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
	}

	private static String unescaped(String name) {
		return name.replace("^", "");
	}
}
