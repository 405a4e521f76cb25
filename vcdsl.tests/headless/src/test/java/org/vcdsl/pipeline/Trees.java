package org.vcdsl.pipeline;

import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vcdsl.vcd.VcdFile;

/** The trees of parsed files, for tests that change them. */
public final class Trees {

	private Trees() {
	}

	/** With all names looked up, in the order of the files. */
	public static List<VcdFile> of(SourceSet sources) {
		sources.resources().forEach(EcoreUtil::resolveAll);
		return sources.resources().stream().map(resource -> (VcdFile) resource.getContents().getFirst()).toList();
	}
}
