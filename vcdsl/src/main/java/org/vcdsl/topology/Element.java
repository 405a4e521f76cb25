package org.vcdsl.topology;

/** Something an architect declared by name, at a place in a file. */
public interface Element {

	/** Unique in its topology: {@code alpha}, {@code web[2]}, {@code k8s.cp[1]}. */
	String name();

	/** The name where the element is declared; the members that one declaration makes share it. */
	SourceRange source();

	/** The name it was declared with, shared by all members of a group: {@code web} for {@code web[2]}. */
	default String declaration() {
		return name();
	}
}
