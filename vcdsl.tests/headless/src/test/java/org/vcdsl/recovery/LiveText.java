package org.vcdsl.recovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vcdsl.VcdStandaloneSetup;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

import com.google.inject.Injector;

/** Text in a resource of its own, parsed and not linked. */
final class LiveText {

	private static final Injector INJECTOR = new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();

	private LiveText() {
	}

	static XtextResource parse(String text) {
		var resource = (XtextResource) INJECTOR.getInstance(XtextResourceSet.class).createResource(URI.createURI("live.vcd"));
		try {
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
					Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return resource;
	}

	static SourceSet sources(String text) {
		return SourceSet.parse(List.of(new SourceFile("live.vcd", text)));
	}
}
