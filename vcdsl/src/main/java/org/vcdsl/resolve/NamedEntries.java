package org.vcdsl.resolve;

import java.util.LinkedHashSet;
import java.util.Set;

import org.vcdsl.vcd.NamedDeclaration;

/** Which entries of the catalogue a topology names, in the order in which they came up: those are what its verdicts rest on. */
final class NamedEntries {

	private final Set<NamedDeclaration> entries = new LinkedHashSet<>();

	/** The name of an entry, which counts as named from now on. */
	String nameOf(NamedDeclaration entry) {
		entries.add(entry);
		return entry.getName();
	}

	Set<NamedDeclaration> all() {
		return entries;
	}
}
