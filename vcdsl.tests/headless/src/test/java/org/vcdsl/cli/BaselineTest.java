package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vcdsl.cli.CommandLine.Run;

/** {@code vcd check --baseline} and {@code --write-baseline}. */
class BaselineTest {

	private static final String SHOP = """
			package shop
			import vcd.catalog.*
			site north { host alpha { memory 8 GiB  hypervisor kvm } }
			site south { host beta { memory 8 GiB  hypervisor kvm } }
			vm db on alpha { memory 16 GiB }
			""";
	private static final String MORE = SHOP + "vm mail on beta { memory 32 GiB }\n";

	@TempDir
	Path folder;

	@BeforeEach
	void record() throws IOException {
		write("dc/shop.vcd", SHOP);
		assertThat(vcd("check", "--write-baseline", "old.json", "dc/shop.vcd"))
				.isEqualTo(new Run(0, "", "vcd: 2 findings recorded in old.json\nvcd: no findings; 2 hidden by a baseline\n"));
	}

	@Test
	void theFileIsForPeopleToo() throws IOException {
		assertThat(read("old.json")).isEqualTo("""
				{
				  "version" : 1,
				  "findings" : [ {
				    "id" : "VCD401",
				    "file" : "dc/shop.vcd",
				    "subjects" : [ "alpha" ],
				    "count" : 1
				  }, {
				    "id" : "VCD602",
				    "file" : "dc/shop.vcd",
				    "subjects" : [ "db", "alpha" ],
				    "count" : 1
				  } ]
				}
				""");
		assertThat(FolderContent.read(folder)).containsOnlyKeys("dc/shop.vcd", "old.json");
	}

	@Test
	void whatIsRecordedNeitherCountsNorIsPrinted() {
		assertThat(vcd("check", "dc/shop.vcd").exit()).isEqualTo(1);
		assertThat(vcd("check", "--baseline", "old.json", "--fail-on", "info", "dc/shop.vcd"))
				.isEqualTo(new Run(0, "", "vcd: no findings; 2 hidden by a baseline\n"));
		assertThat(vcd("check", "--baseline", "old.json", "--format", "sarif", "dc/shop.vcd").out()).doesNotContain("VCD401");
	}

	@Test
	void whatIsNewIsPrintedAndCounts() throws IOException {
		write("dc/shop.vcd", MORE);

		var run = vcd("check", "--baseline", "old.json", "dc/shop.vcd");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.out()).contains("VCD401 Host 'beta'").doesNotContain("Host 'alpha'");
	}

	@Test
	void linesNumbersAndTheCurrentFolderMayChange() throws IOException {
		write("dc/shop.vcd", "// a remark\n\n" + SHOP.replace("16 GiB", "24 GiB"));

		assertThat(CommandLine.in(folder.resolve("dc")).run("check", "--baseline", "../old.json", ".").exit()).isZero();
		assertThat(vcd("check", "--baseline", "old.json", folder.resolve("dc/shop.vcd").toString()).exit()).isZero();
	}

	@Test
	void whatIsSettledIsSaidUntilTheBaselineIsWrittenAnew() throws IOException {
		write("dc/shop.vcd", SHOP.replace("alpha { memory 8 GiB", "alpha { memory 32 GiB"));

		var run = vcd("check", "--baseline", "old.json", "dc/shop.vcd");

		assertThat(run.err()).startsWith("vcd: old.json: 1 finding recorded and no longer found: VCD401 in dc/shop.vcd about alpha.");
		assertThat(run.exit()).isZero();
		assertThat(vcd("check", "--write-baseline", "old.json", "dc/shop.vcd").err()).contains("1 finding recorded");
		assertThat(read("old.json")).doesNotContain("VCD401");
	}

	@Test
	void whatWasNotLookedAtIsNotSettled() throws IOException {
		write("other.vcd", "package other\nsite west { host gamma }\n");
		assertThat(vcd("check", "--baseline", "old.json", "other.vcd").err()).doesNotContain("no longer");
		assertThat(vcd("check", "--baseline", "old.json", "--disable", "VCD401", "dc").err()).doesNotContain("no longer");
		Files.delete(folder.resolve("dc/shop.vcd"));
		assertThat(vcd("check", "--baseline", "old.json", "other.vcd").err()).contains("2 findings recorded and no longer found");
	}

	@Test
	void findingsThatShareAnIdentityAreCounted() throws IOException {
		write("old.json", read("old.json").replaceFirst("\"count\" : 1", "\"count\" : 3"));

		var run = vcd("check", "--baseline", "old.json", "dc/shop.vcd");

		assertThat(run.err()).contains("2 findings recorded and no longer found: VCD401 in dc/shop.vcd about alpha (2 times).");
	}

	@Test
	void acceptedFindingsAreNotRecorded() throws IOException {
		write("dc/shop.vcd", SHOP.replace("vm db", "@accept VCD602 \"agreed\"\nvm db"));

		vcd("check", "--write-baseline", "old.json", "dc/shop.vcd");

		assertThat(read("old.json")).contains("VCD401").doesNotContain("VCD602");
	}

	@Test
	void errorsInTheTextAreNeverHiddenAndNeverRecorded() throws IOException {
		var before = read("old.json");
		write("dc/shop.vcd", SHOP.replace("16 GiB", "16 GB"));

		assertThat(vcd("check", "--baseline", "old.json", "dc").out()).contains("VCD103");
		var run = vcd("check", "--write-baseline", "old.json", "dc");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.err()).startsWith("vcd: no baseline is written while errors keep the text from being understood\n");
		assertThat(read("old.json")).isEqualTo(before);
	}

	@Test
	void whatIsNoBaselineIsNotReplaced() throws IOException {
		var run = vcd("check", "--write-baseline", "dc/shop.vcd", "dc/shop.vcd");

		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.err()).startsWith("vcd: dc/shop.vcd: is there and no baseline, so it is not replaced");
		assertThat(read("dc/shop.vcd")).isEqualTo(SHOP);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{                                                      | bad.json:1:
			[]                                                     | bad.json:1:1: keys with values are expected here
			{ "findings": [] }                                     | bad.json:1:1: not a baseline: 'version' is missing
			{ "version": 2, "findings": [] }                       | bad.json:1:14: this is a baseline of version 2, and only
			{ "version": 1, "findigs": [] }                        | bad.json:1:28: there is no key 'findigs'. Did you mean findings?
			{ "version": 1, "findings": [ { "id": "VCD401" } ] }   | bad.json:1:31: not a baseline: 'subjects' is missing
			{ "version": 1, "findings": [], "version": 1 }         | bad.json:1:33: 'version' is given twice
			{ "version": 1, "findings": [ { "id": "X", "file": "a", "subjects": [], "count": 0 } ] }| bad.json:1:82: '0' is no number
			""")
	void whatIsWrongInABaselineIsSaidAtItsPlace(String text, String message) throws IOException {
		write("bad.json", text);

		var run = vcd("check", "--baseline", "bad.json", "dc/shop.vcd");

		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith("vcd: " + message).hasLineCount(1);
	}

	@Test
	void aMissingBaselineAndTwoAtOnceAreRefused() {
		assertThat(vcd("check", "--baseline", "none.json", "dc")).isEqualTo(new Run(2, "", "vcd: none.json: no such file or folder\n"));
		assertThat(vcd("check", "--baseline", "old.json", "--write-baseline", "new.json", "dc").exit()).isEqualTo(2);
		assertThat(folder.resolve("new.json")).doesNotExist();
		assertThat(vcd("check", "--write-baseline", "nowhere/new.json", "dc"))
				.isEqualTo(new Run(2, "", "vcd: nowhere: no such file or folder\n"));
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private String read(String name) throws IOException {
		return Files.readString(folder.resolve(name));
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(folder.resolve(name).getParent());
		Files.writeString(folder.resolve(name), text);
	}
}
