package org.vcdsl.installation;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VCDSL Studio is complete as unpacked. */
class StudioTest {

	@Test
	void studioHasAllItNeeds(@TempDir Path home) throws Exception {
		var bundles = EclipseInstallation.copyOfProduct("vcdsl.studio", home).start();
		bundles.assertOursAreResolved();
		bundles.assertLanguageStarts();
	}
}
