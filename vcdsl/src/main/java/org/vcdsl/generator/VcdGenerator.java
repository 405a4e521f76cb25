package org.vcdsl.generator;

import java.time.LocalDate;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.vcd.VcdFile;

/**
 * Answers Xtext's wish to generate from one resource: the plan and the artefacts of each topology whose package it declares, in a folder
 * of the package's name. Nothing is generated from text with errors.
 */
public class VcdGenerator extends AbstractGenerator {

	@Override
	public void doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
		generate(resource, files, Pipeline.on(LocalDate.now()));
	}

	void generate(Resource resource, IFileSystemAccess2 files, Pipeline pipeline) {
		var sources = SourceSet.around(resource);
		if (sources.hasTextErrors()) {
			return;
		}
		pipeline.check(sources).stream().filter(checked -> declares(resource, checked)).map(pipeline::plan)
				.forEach(plan -> plan.ifPresent(planned -> generate(planned, files)));
	}

	private static boolean declares(Resource resource, Checked checked) {
		return resource.getContents().stream()
				.anyMatch(root -> root instanceof VcdFile file && checked.name().equals(file.getName()));
	}

	private static void generate(Planned planned, IFileSystemAccess2 files) {
		planned.forEachFile((path, text) -> files.generateFile(planned.topology().name() + "/" + path, text));
	}
}
