package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vcdsl.resolve.Resolved.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.cli.CommandLine.Run;
import org.vcdsl.companion.BaseFolder;
import org.vcdsl.companion.PlacementFiles;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.SourceFile;

/** {@code vcd plan --save-placement}, and what the other commands make of the file. */
class SavePlacementTest {

	private static final String HOSTS = """
			package shop
			import vcd.catalog.*
			site north { host alpha[1..2] { hypervisor kvm  engine docker } }
			""";
	private static final String WORKLOADS = """
			vm db[1..3]
			container web replicas 2
			""";
	private static final String ONE_MORE_HOST = """
			package shop
			import vcd.catalog.*
			site south { host alpha[3] { hypervisor kvm  engine docker } }
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void files() throws IOException {
		Files.createDirectories(folder.resolve("dc"));
		Files.writeString(folder.resolve("dc/shop.vcd"), HOSTS + WORKLOADS);
	}

	@Test
	void workloadsStayWhereTheyAreWhenAHostIsAdded() throws IOException {
		vcd("plan", "dc");
		var before = steps();
		Files.writeString(folder.resolve("dc/more.vcd"), ONE_MORE_HOST);
		vcd("plan", "dc");
		assertThat(steps()).as("without a placement file they move").isNotEqualTo(before);
		Files.delete(folder.resolve("dc/more.vcd"));

		assertThat(vcd("plan", "--save-placement", "dc").err()).contains("vcd: dc/shop.placement.json keeps where workloads stand\n");
		Files.writeString(folder.resolve("dc/more.vcd"), ONE_MORE_HOST);
		vcd("plan", "dc");

		assertThat(steps()).isEqualTo(before);
		assertThat(vcd("why", "db[3]", "--in", "dc").out()).contains("alpha[1]");
		assertThat(vcd("check", "dc").err()).doesNotContain("VCD606");
	}

	@Test
	void onlyTheOptionWritesBesideTheSources() throws IOException {
		vcd("check", "dc");
		vcd("plan", "dc");
		vcd("generate", "dc");
		assertThat(FolderContent.read(folder.resolve("dc"))).containsOnlyKeys("shop.vcd");
		vcd("plan", "--save-placement", "dc");
		assertThat(FolderContent.read(folder.resolve("dc"))).containsOnlyKeys("shop.vcd", "shop.placement.json");
	}

	@Test
	void aFileThatSaysTheSameIsNotTouched() throws IOException {
		vcd("plan", "--save-placement", "dc");
		var file = folder.resolve("dc/shop.placement.json");
		var text = Files.readString(file);
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

		assertThat(vcd("plan", "--save-placement", "dc").err()).contains("vcd: dc/shop.placement.json stays as it is\n");

		assertThat(Files.readString(file)).isEqualTo(text);
		assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
	}

	@Test
	void savingSettlesWhatTheFileSaysOfThingsThatAreGone() throws IOException {
		vcd("plan", "--save-placement", "dc");
		Files.writeString(folder.resolve("dc/shop.vcd"), HOSTS + "vm db[1..2]\n");

		assertThat(vcd("check", "dc")).satisfies(run -> {
			assertThat(run.exit()).isEqualTo(1);
			assertThat(run.out()).contains("dc/shop.placement.json:7:5: error VCD606 Package 'shop' has no workloads 'db[3]', 'web[1]', 'web[2]'");
		});
		vcd("plan", "--save-placement", "dc");
		assertThat(vcd("check", "dc").out()).doesNotContain("VCD606");
	}

	@Test
	void addressesAreKeptWhateverElseChanges() throws IOException {
		Files.writeString(folder.resolve("dc/shop.vcd"), HOSTS + "network lan { cidr 10.0.0.0/24, fd00:20::/64 }\n"
				+ "vm db[1..2] { nic lan }\n");
		var addresses = """
				  "addresses": {
				    "db[1]": {
				      "lan": [ "10.0.0.11", "fd00:20::11" ]
				    },
				    "db[2]": {
				      "lan": "10.0.0.12"
				    }
				  }
				}
				""";
		vcd("plan", "--save-placement", "dc");
		addAddresses(addresses);

		assertThat(vcd("plan", "--save-placement", "dc").err()).contains("vcd: dc/shop.placement.json stays as it is\n");
		Files.writeString(folder.resolve("dc/shop.vcd"), HOSTS + "network lan { cidr 10.1.0.0/24 }\nvm db[1..3] { nic lan }\n");
		assertThat(vcd("plan", "--save-placement", "dc").err()).doesNotContain("no longer keeps");

		assertThat(Files.readString(folder.resolve("dc/shop.placement.json"))).contains("\"db[3]\": ").endsWith(addresses);
		assertThat(vcd("check", "dc").out()).as("though now they are wrong").contains(
				"dc/shop.placement.json:11:16: error VCD607 Address 10.0.0.11 of 'db[1]' is none of network 'lan'");
	}

	@Test
	void addressesOfWhatIsGoneAreDroppedAndThatIsSaid() throws IOException {
		Files.writeString(folder.resolve("dc/shop.vcd"), HOSTS + "network lan { cidr 10.0.0.0/24 }\nvm db[1..2] { nic lan }\n");
		vcd("plan", "--save-placement", "dc");
		addAddresses("""
				  "addresses": {
				    "db[1]": {
				      "lan": "10.0.0.11"
				    },
				    "web": {
				      "lan": "10.0.0.12"
				    }
				  }
				}
				""");
		assertThat(vcd("check", "dc").out()).contains("dc/shop.placement.json:13:14: error VCD607 Package 'shop' has no workload 'web', whose "
				+ "address is kept here.");

		assertThat(vcd("plan", "--save-placement", "dc").err())
				.contains("vcd: dc/shop.placement.json no longer keeps addresses of 'web', which the package does not have\n");

		assertThat(Files.readString(folder.resolve("dc/shop.placement.json"))).contains("10.0.0.11").doesNotContain("web");
	}

	private void addAddresses(String text) throws IOException {
		var file = folder.resolve("dc/shop.placement.json");
		Files.writeString(file, Files.readString(file).replaceFirst("\\n  }\\n}\\n$", "\n  },\n" + text));
	}

	@Test
	void aFileThatCannotBeReadIsTheEnd() throws IOException {
		Files.writeString(folder.resolve("dc/shop.placement.json"), "{\n  \"version\": 1,\n  oops\n");
		for (var command : new String[][] { { "check", "dc" }, { "plan", "--save-placement", "dc" }, { "why", "db[1]", "--in", "dc" } }) {
			assertThat(vcd(command)).satisfies(run -> {
				assertThat(run.exit()).isEqualTo(2);
				assertThat(run.out()).isEmpty();
				assertThat(run.err()).startsWith("vcd: dc/shop.placement.json:3:").contains("is not JSON").hasLineCount(1);
			});
		}
		assertThat(folder.resolve("vcd-out")).doesNotExist();
		assertThat(folder.resolve("dc/shop.placement.json")).hasContent("{\n  \"version\": 1,\n  oops\n");
	}

	@Test
	void itIsLookedForWhereverAFileOfThePackageLies() throws IOException {
		vcd("plan", "--save-placement", "dc");
		Files.createDirectories(folder.resolve("more"));
		Files.writeString(folder.resolve("more/more.vcd"), ONE_MORE_HOST);
		assertThat(vcd("plan", "--save-placement", "more", "dc").err()).contains("vcd: dc/shop.placement.json stays as it is\n");

		Files.copy(folder.resolve("dc/shop.placement.json"), folder.resolve("more/shop.placement.json"));
		assertThat(vcd("check", "more", "dc")).isEqualTo(new Run(2, "",
				"vcd: package 'shop' has several placement files: more/shop.placement.json, dc/shop.placement.json. Keep one of them\n"));
	}

	@Test
	void standardInputHasNothingBesideIt() {
		assertThat(CommandLine.in(folder).reading(HOSTS).run("plan", "--save-placement", "-"))
				.isEqualTo(new Run(2, "", "vcd: --save-placement changes files: name them, standard input is none\n"));
	}

	@Test
	void whatComesFromAPipeHasNothingBesideIt() {
		var placements = PlacementFiles.beside(List.of(new SourceFile("pipe", HOSTS)), new BaseFolder(folder));
		assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> placements.save(resolve("host h")))
				.withMessage("package 'test' comes from no file beside which its placement could be kept");
	}

	private String steps() throws IOException {
		return Files.readString(folder.resolve("vcd-out/shop/plan.json")).lines().filter(line -> line.contains("\"id\": \"start-"))
				.sorted().toList().toString();
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}
}
