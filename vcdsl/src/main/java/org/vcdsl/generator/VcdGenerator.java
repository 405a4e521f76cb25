package org.vcdsl.generator;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;
import org.vcdsl.companion.CompanionReader;
import org.vcdsl.companion.Companions;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.companion.Weights;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.vcd.VcdFile;

/**
 * Answers Xtext's wish to generate from one resource: the plan and the artefacts of each topology whose package it declares, in a folder
 * of the package's name. Nothing is generated from text with errors, or beside files that cannot be read: the validator says so.
 */
public class VcdGenerator extends AbstractGenerator {

	private final CompanionReader companions = new CompanionReader();

	@Override
	public void doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
		generate(resource, files, Pipeline.on(LocalDate.now()));
	}

	void generate(Resource resource, IFileSystemAccess2 files, Pipeline pipeline) {
		var sources = SourceSet.around(resource);
		if (!sources.hasTextErrors()) {
			readable(sources).ifPresent(beside -> beside.check(pipeline, sources, Weights.NONE).stream()
					.filter(checked -> declares(resource, checked))
					.forEach(checked -> beside.plan(pipeline, checked, Weights.NONE).ifPresent(planned -> generate(planned, files))));
		}
	}

	private Optional<Companions> readable(SourceSet sources) {
		try {
			return Optional.of(companions.read(sources));
		} catch (UnusableException unreadable) {
			return Optional.empty();
		}
	}

	private static boolean declares(Resource resource, Checked checked) {
		return resource.getContents().stream()
				.anyMatch(root -> root instanceof VcdFile file && checked.name().equals(file.getName()));
	}

	private static void generate(Planned planned, IFileSystemAccess2 files) {
		planned.forEachFile((path, text) -> files.generateFile(planned.topology().name() + "/" + path, text));
	}
}
