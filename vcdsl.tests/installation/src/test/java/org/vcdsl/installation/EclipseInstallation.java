package org.vcdsl.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.adaptor.EclipseStarter;

/** A folder with an Eclipse in it. */
record EclipseInstallation(Path home) {

	/** Copies one of the products this build made, so that what a test does to it stays with the test. */
	static EclipseInstallation copyOfProduct(String id, Path target) throws IOException {
		var product = Path.of(System.getProperty("vcdsl.products"), id, "linux", "gtk", "x86_64").toAbsolutePath().normalize();
		try (var files = Files.walk(product)) {
			for (var file : files.skip(1).toList()) {
				Files.copy(file, target.resolve(product.relativize(file)));
			}
		}
		return new EclipseInstallation(target);
	}

	/** Installs a unit with all it needs, the way the user's Eclipse would, from that site and nowhere else. */
	void install(String unit, Path site) throws IOException, InterruptedException {
		run("-application", "org.eclipse.equinox.p2.director", "-destination", home.toString(),
				"-profile", "DefaultProfile", "-repository", site.toAbsolutePath().normalize().toUri().toString(), "-installIU", unit);
	}

	private void run(String... arguments) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--add-modules=ALL-SYSTEM", "-jar", launcher().toString(), "-nosplash", "-consoleLog", "-data", "@none"));
		command.addAll(List.of(arguments));
		var log = Files.createTempFile("vcdsl-installation", ".log");
		var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
			assertThat(process.exitValue()).as(() -> readQuietly(log)).isZero();
		} finally {
			process.destroyForcibly();
			Files.deleteIfExists(log);
		}
	}

	/** Starts its OSGi framework in this process, with no application on top. Once per process, and it ends with that. */
	InstalledBundles start() throws Exception {
		EclipseStarter.setInitialProperties(Map.of(
				"osgi.install.area", home.toUri().toString(),
				"osgi.syspath", home.resolve("plugins").toString(),
				"osgi.configuration.area", home.resolve("configuration").toUri().toString(),
				"osgi.instance.area", "@none",
				"eclipse.application.launchDefault", "false",
				"eclipse.ignoreApp", "true",
				"osgi.noShutdown", "true"));
		return new InstalledBundles(EclipseStarter.startup(new String[0], null));
	}

	private Path launcher() throws IOException {
		try (var launchers = Files.newDirectoryStream(home.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
			return launchers.iterator().next();
		}
	}

	private static String readQuietly(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}
}
