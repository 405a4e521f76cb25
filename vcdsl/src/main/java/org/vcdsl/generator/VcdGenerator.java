package org.vcdsl.generator;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;

/** Answers Xtext's wish to generate from one resource. */
public class VcdGenerator extends AbstractGenerator {

	@Override
	public void doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
		// a topology spans resources; nothing is generated from one alone
	}
}
