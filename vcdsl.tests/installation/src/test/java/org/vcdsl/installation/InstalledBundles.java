package org.vcdsl.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of a running framework, by name. */
record InstalledBundles(BundleContext framework) {

	/** All our bundles are there, and every bundle they need is found. */
	void assertOursAreResolved() {
		var ours = ours();
		framework.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class).resolveBundles(ours);
		assertThat(ours).extracting(Bundle::getSymbolicName).containsExactlyInAnyOrder("vcdsl", "vcdsl.ide", "vcdsl.ui");
		assertThat(ours).allSatisfy(bundle -> assertThat(bundle.getState()).as(bundle.toString()).isGreaterThanOrEqualTo(Bundle.RESOLVED));
	}

	/** The language can be set up, for which Xtext, EMF, Guice and ANTLR must have found each other. */
	void assertLanguageStarts() throws ReflectiveOperationException {
		var ide = ours().stream().filter(bundle -> bundle.getSymbolicName().equals("vcdsl.ide")).findFirst().orElseThrow();
		var setup = ide.loadClass("org.vcdsl.ide.VcdIdeSetup");
		var injector = setup.getMethod("createInjectorAndDoEMFRegistration").invoke(setup.getConstructor().newInstance());
		assertThat(injector).isNotNull();
	}

	private List<Bundle> ours() {
		return Arrays.stream(framework.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith("vcdsl")).toList();
	}
}
