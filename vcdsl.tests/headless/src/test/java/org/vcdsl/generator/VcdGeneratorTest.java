package org.vcdsl.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.generator.IFileSystemAccess;
import org.eclipse.xtext.generator.InMemoryFileSystemAccess;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

import com.google.inject.Injector;

class VcdGeneratorTest {

	private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();

	@Test
	void xtextGeneratesTheFilesThatTheCommandLineWrites() {
		var cellar = Project.path("examples/cellar/cellar.vcd");
		var pipeline = Project.pipeline();
		var planned = pipeline.plan(pipeline
				.check(SourceSet.parse(List.of(new SourceFile(cellar.toAbsolutePath().toString(), Project.read("examples/cellar/cellar.vcd")))))
				.getFirst()).orElseThrow();
		var expected = new TreeMap<String, String>();
		planned.forEachFile((path, text) -> expected.put(IFileSystemAccess.DEFAULT_OUTPUT + "shop.cellar/" + path, text));

		assertThat(generated(URI.createFileURI(cellar.toAbsolutePath().toString()))).isEqualTo(expected);
	}

	@Test
	void nothingIsGeneratedFromBrokenText() {
		assertThat(generated(URI.createFileURI(
				Project.path("vcdsl.tests/fixtures/rules/VCD100/bad.vcd").toAbsolutePath().toString()))).isEmpty();
	}

	private static Map<String, Object> generated(URI file) {
		var resource = INJECTOR.getInstance(XtextResourceSet.class).getResource(file, true);
		var files = new InMemoryFileSystemAccess();
		INJECTOR.getInstance(VcdGenerator.class).generate(resource, files, Project.pipeline());
		return new TreeMap<>(files.getAllFiles());
	}
}
