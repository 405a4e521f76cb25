package org.vcdsl.topology;

/** What an image states it needs of the kernel it will borrow. */
public sealed interface Requirement {

	SourceRange source();

	/** A bound on the kernel's upstream version. */
	record KernelVersion(Comparison comparison, Version bound, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "kernel " + comparison.symbol() + " " + bound;
		}
	}

	/** The control group hierarchy, 1 or 2. */
	record Cgroup(int version, SourceRange source) implements Requirement {
		@Override
		public String toString() {
			return "cgroup " + version;
		}
	}
}
