package org.vcdsl.resolve;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.vcdsl.vcd.LibcKind;
import org.vcdsl.vcd.NamedDeclaration;
import org.vcdsl.vcd.OsRelease;

/** Which entries of the catalogue a topology names, in the order in which they came up: those are what its verdicts rest on. */
final class NamedEntries {

	private final Set<NamedDeclaration> entries = new LinkedHashSet<>();
	private final Set<NamedDeclaration> bases = new HashSet<>();
	private final Set<OsRelease> ofNamedKernels = new HashSet<>();

	/** The name of an entry, which counts as named from now on. */
	String nameOf(NamedDeclaration entry) {
		entries.add(entry);
		return entry.getName();
	}

	/** The name of a release that an image is made from, so that it matters what it brings into the image. */
	String nameOfBase(OsRelease release) {
		bases.add(release);
		return nameOf(release);
	}

	/** Says that somebody states what a kernel of a release is called, and no more of its version. */
	void nameKernelOf(OsRelease release) {
		ofNamedKernels.add(release);
	}

	/** Whether it matters what the vendor of a release makes of kernels: for their names, or for what they carry back. */
	boolean mattersWhoBuilt(OsRelease release) {
		return release.isBackported() || ofNamedKernels.contains(release);
	}

	boolean isBase(NamedDeclaration entry) {
		return bases.contains(entry);
	}

	/** Whether an image brings a C library, so that it matters which system calls an engine lets through. */
	boolean bringsLibrary() {
		return !bases.isEmpty() || entries.stream().anyMatch(LibcKind.class::isInstance);
	}

	Set<NamedDeclaration> all() {
		return entries;
	}
}
