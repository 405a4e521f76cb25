package org.vcdsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.vcdsl.VcdRuntimeModule;
import org.vcdsl.VcdStandaloneSetup;

/** Makes the language with its editor services known to EMF and Xtext where no Eclipse does so: in the language server. */
public class VcdIdeSetup extends VcdStandaloneSetup {

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new VcdRuntimeModule(), new VcdIdeModule()));
	}
}
