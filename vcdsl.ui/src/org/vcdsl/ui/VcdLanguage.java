package org.vcdsl.ui;

import com.google.inject.Injector;
import org.vcdsl.ide.VcdIdeSetup;

/** The one injector of the language inside Eclipse. */
public final class VcdLanguage {

	private VcdLanguage() {
	}

	/**
	 * The language's services.
	 *
	 * <p>The first call sets the language up, which takes long enough to be felt: make it on a background thread.
	 */
	public static Injector injector() {
		return Holder.INJECTOR;
	}

	/** Set up on first use, not when the bundle starts, so that Eclipse starts no later for having VCDSL in it. */
	private static final class Holder {
		private static final Injector INJECTOR = new VcdIdeSetup().createInjectorAndDoEMFRegistration();
	}
}
