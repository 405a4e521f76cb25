package org.vcdsl.installation;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The update site alone suffices to bring VCDSL into an Eclipse that has never heard of it. */
class UpdateSiteTest {

	@Test
	void featureInstallsIntoABarePlatform(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home) throws Exception {
		var eclipse = EclipseInstallation.copyOfProduct("vcdsl.platform", home);
		eclipse.install("vcdsl.feature.feature.group", Path.of(System.getProperty("vcdsl.site")));

		var bundles = eclipse.start();
		bundles.assertOursAreResolved();
		bundles.assertLanguageStarts();
	}
}
