package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.tools.RealTools;

/**
 * What {@code vcd check} and {@code vcd plan} make of the cellar, to the last byte. {@code -Dvcdsl.update=true} writes the files in
 * {@code examples/cellar/expected} anew: read the difference as if it were code.
 */
class CellarGoldenTest {

	private static final Path EXPECTED = Project.path("examples/cellar/expected");
	private static final String HOW_TO_UPDATE = "to accept: ./build test -P '!eclipse' -pl vcdsl.tests/headless -am "
			+ "-Dtest=CellarGoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dvcdsl.update=true";
	private static final boolean UPDATE = Boolean.getBoolean("vcdsl.update");

	@TempDir
	Path output;

	@Test
	void checkPrintsTheExpectedFindings() throws IOException {
		assertEqualsFile("check.txt", vcd("check", "examples/cellar").out());
		assertEqualsFile("check.json", vcd("check", "--format", "json", "examples/cellar").out());
	}

	@Test
	void planWritesTheExpectedFiles() throws IOException {
		var written = plan();

		if (UPDATE) {
			FolderContent.write(EXPECTED.resolve("plan"), written);
		}
		assertThat(FolderContent.read(EXPECTED.resolve("plan"))).as(HOW_TO_UPDATE).isEqualTo(written);
	}

	@Test
	void aSecondRunTouchesNothing() throws IOException {
		plan();
		var longAgo = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
		var file = output.resolve("shop.cellar/plan.json");
		Files.setLastModifiedTime(file, longAgo);

		plan();

		assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
	}

	@Test
	void anotherLocaleAndTimeZoneGiveTheSameBytes() throws IOException {
		var before = plan();
		var locale = Locale.getDefault();
		var zone = TimeZone.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			assertThat(plan()).isEqualTo(before);
			Locale.setDefault(Locale.forLanguageTag("tr-TR"));
			assertThat(plan()).isEqualTo(before);
		} finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void realToolsAcceptEveryArtifact() {
		var plan = EXPECTED.resolve("plan");
		for (var definition : new String[] { "domain-db", "network-lan", "pool-default", "volume-orders" }) {
			RealTools.virtXmlValidate().accepts(plan.resolve("libvirt/beta/" + definition + ".xml"));
		}
		RealTools.virshDefine().accepts(plan.resolve("libvirt/beta/domain-db.xml"));
		RealTools.cloudInitUserData().accepts(plan.resolve("cloud-init/db/user-data"));
		RealTools.cloudInitNetworkConfig().accepts(plan.resolve("cloud-init/db/network-config"));
		RealTools.dockerCompose().accepts(plan.resolve("compose/alpha/compose.yaml"));
		RealTools.ansibleInventory().accepts(plan.resolve("ansible/inventory.yaml"));
		for (var playbook : new String[] { "playbook.yaml", "rollback.yaml" }) {
			RealTools.ansiblePlaybook(plan.resolve("ansible/inventory.yaml")).accepts(plan.resolve("ansible/" + playbook));
			RealTools.ansibleLint().accepts(plan.resolve("ansible/" + playbook));
		}
	}

	private Map<String, String> plan() throws IOException {
		assertThat(vcd("plan", "--output", output.toString(), "examples/cellar").exit()).isZero();
		var written = new LinkedHashMap<>(FolderContent.read(output.resolve("shop.cellar")));
		assertThat(written.remove(".vcd-manifest")).isNotNull();
		return written;
	}

	private static CommandLine.Run vcd(String... arguments) {
		return CommandLine.in(Project.path(".")).run(arguments);
	}

	private static void assertEqualsFile(String name, String text) throws IOException {
		if (UPDATE) {
			Files.writeString(EXPECTED.resolve(name), text);
		}
		assertThat(text).as(HOW_TO_UPDATE).isEqualTo(Files.readString(EXPECTED.resolve(name)));
	}
}
