package org.vcdsl.finding;

import java.util.List;

import org.vcdsl.topology.Constraint.Condition;
import org.vcdsl.topology.Constraint.Strength;
import org.vcdsl.topology.SourceRange;

/**
 * What a {@link Fix} does to the text, in words of the topology: who finds something knows names and places, but no syntax. The
 * language side ({@code org.vcdsl.fix}) makes edits of it.
 */
public sealed interface Change {

	/** Where it begins: what it changes, or what it puts something into or beside. */
	SourceRange place();

	/**
	 * Whether it puts something into the model that nobody has written. Such a change is the architect's to choose, and no program
	 * makes it unasked.
	 */
	default boolean isDecision() {
		return switch (this) {
			case Replace same -> false;
			case TakeAway less -> false;
			case TakeOutOfList less -> false;
			case AddImport same -> false;
			case AddKey more -> true;
			case AddConstraint more -> true;
		};
	}

	/**
	 * Puts other words in a place.
	 *
	 * @param place of no length where something is only put in
	 * @param text as the language writes it; nothing, to take the words away
	 */
	record Replace(SourceRange place, String text) implements Change {
	}

	/** Takes the whole item or key away that a word belongs to. */
	record TakeAway(SourceRange place) implements Change {
	}

	/**
	 * Takes some of the names in parentheses away that an acceptance is about, but not all.
	 *
	 * @param place in the acceptance
	 * @param names as the topology has them
	 */
	record TakeOutOfList(SourceRange place, List<String> names) implements Change {

		public TakeOutOfList {
			names = List.copyOf(names);
		}
	}

	/**
	 * Adds a key behind those that a declaration has, and braces where it has none.
	 *
	 * @param place of its name
	 * @param key as the language writes it, with its value if that is no name
	 * @param names of elements, the values of the key, as the topology has them
	 */
	record AddKey(SourceRange place, String key, List<String> names) implements Change {

		public AddKey {
			names = List.copyOf(names);
		}
	}

	/**
	 * Adds a constraint to the {@code rules} of a package, and these where it has none.
	 *
	 * @param place in a file of the package
	 */
	record AddConstraint(SourceRange place, Strength strength, Condition condition) implements Change {
	}

	/**
	 * Adds an import to a file.
	 *
	 * @param place in the file
	 * @param imported a name, or all names of a package: {@code vcd.catalog.*}
	 */
	record AddImport(SourceRange place, String imported) implements Change {
	}
}
