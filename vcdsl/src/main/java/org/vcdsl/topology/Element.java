package org.vcdsl.topology;

/** Something an architect declared by name, at a place in a file. */
public interface Element {

	/** Unique in its topology: {@code alpha}, {@code web[2]}. */
	String name();

	/** The name where the element is declared; members of one group share it. */
	SourceRange source();
}
