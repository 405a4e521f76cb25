package org.vcdsl;

/** Makes the language known to EMF and Xtext where no Eclipse does so: on the command line and in tests. */
public class VcdStandaloneSetup extends VcdStandaloneSetupGenerated {

	/** Registers the language; calling it again does no harm. */
	public static void doSetup() {
		new VcdStandaloneSetup().createInjectorAndDoEMFRegistration();
	}
}
