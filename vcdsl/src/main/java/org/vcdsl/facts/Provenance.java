package org.vcdsl.facts;

import java.util.List;
import java.util.Set;

/**
 * Where facts come from.
 *
 * @param sources documents, repositories or pages
 * @param unverified keys of the entry that nobody read in a document; such a fact alone never refuses anything
 * @param notes what else an architect should know
 */
public record Provenance(List<String> sources, Set<String> unverified, List<String> notes) {

	/** Of facts of which nobody said where they come from. */
	public static final Provenance NONE = new Provenance(List.of(), Set.of(), List.of());

	public Provenance {
		sources = List.copyOf(sources);
		unverified = Set.copyOf(unverified);
		notes = List.copyOf(notes);
	}

	/** Whether the value behind a key was read in a document, or stated by whoever wrote the entry. */
	public boolean isVerified(String key) {
		return !unverified.contains(key);
	}
}
