package org.vcdsl.resolve;

import java.util.Locale;

import org.eclipse.emf.ecore.EObject;
import org.vcdsl.vcd.OsRelease;

/** What a reader calls the kinds of declarations. */
final class Kinds {

	private Kinds() {
	}

	/** For instance {@code host}, {@code vm}. */
	static String label(EObject declaration) {
		return switch (declaration) {
			case OsRelease release -> "operating system release";
			default -> declaration.eClass().getName().replaceFirst("Declaration|Kind", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ")
					.toLowerCase(Locale.ROOT).replace("micro vm", "microvm");
		};
	}
}
