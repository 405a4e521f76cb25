package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.cli.CommandLine.Run;

/** {@code vcd check --fix}. */
class CheckFixTest {

	private static final String SHOP = """
			package shop

			import vcd.catalog.*

			site north { host alpha { engine docker  memory 16 GiB } }
			site south { host beta { engine docker } }

			container web[1] on alpha
			@accept VCD302 "they share the load"
			container web[2] on beta

			service shopfront {
			  needs web   // any of them
			}
			""";
	private static final String MENDED = SHOP.replace("needs web", "needs 1 of web").replace("@accept VCD302 \"they share the load\"\n", "");

	@TempDir
	Path folder;

	@BeforeEach
	void file() throws IOException {
		write("shop.vcd", SHOP);
	}

	@Test
	void whatCanBeMendedInOneWayIsMended() throws IOException {
		var run = check("shop.vcd");

		assertThat(read("shop.vcd")).isEqualTo(MENDED);
		assertThat(run.err()).isEqualTo("""
				vcd: shop.vcd:9: fixed VCD106: Take the '@accept' away
				vcd: shop.vcd:12: fixed VCD105: Ask for 1 of 'web'
				vcd: 2 fixes made
				vcd: 1 info
				""");
		assertThat(run.out()).startsWith("shop.vcd:5:6: info VCD303 ").hasLineCount(1);
		assertThat(run.exit()).isZero();
		assertThat(check("shop.vcd").err()).isEqualTo("vcd: nothing was fixed\nvcd: 1 info\n");
	}

	@Test
	void slipsAreMendedUntilTheTextCanBeJudged() throws IOException {
		write("shop.vcd", SHOP.replace("memory 16 GiB", "memroy = 16 gb").replace("import vcd.catalog.*\n\n", "")
				.replace("needs web", "needs 1 weeb"));

		var run = check("shop.vcd");

		assertThat(run.err()).contains("Write 'memory'", "Take '=' away", "Write 'GiB'", "Write 'of weeb'", "Write 'web'",
				"Import 'vcd.catalog.*'");
		assertThat(read("shop.vcd")).isEqualTo(MENDED);
	}

	@Test
	void whatLeavesAChoiceIsLeftToTheArchitect() throws IOException {
		var twice = "package quay\n\nsite quay { switch sw1 { ports 24  ports 48 } }\n";
		write("shop.vcd", twice);

		var run = check("shop.vcd");

		assertThat(run.exit()).isEqualTo(1);
		assertThat(run.err()).isEqualTo("vcd: nothing was fixed\nvcd: 1 error\n");
		assertThat(read("shop.vcd")).isEqualTo(twice);
	}

	@Test
	void whatAddsToTheModelIsLeftToTheArchitect() throws IOException {
		var detached = SHOP.replace("needs web", "needs 1 of web via lan").replace("@accept VCD302 \"they share the load\"\n", "network lan\n")
				.replace("web[2]", "other");
		write("shop.vcd", detached);

		assertThat(check("shop.vcd").err()).startsWith("vcd: nothing was fixed\n");
		assertThat(read("shop.vcd")).isEqualTo(detached);
	}

	@Test
	void whatWouldMakeItWorseIsNotDone() throws IOException {
		var circle = "package quay\n\nsite quay {\n  feed mains { fed by mians }\n}\n";
		write("shop.vcd", circle);

		var run = check("shop.vcd");

		assertThat(run.out()).contains("VCD108");
		assertThat(read("shop.vcd")).isEqualTo(circle.replace("mians", "mains"));
		write("shop.vcd", SHOP.replace("needs web", "needs web  needs mai").replace("service", "vm mail[1..2] on beta\nservice"));
		check("shop.vcd");
		assertThat(read("shop.vcd")).contains("needs 1 of mail");
	}

	@Test
	void aRuleThatIsNotAskedFixesNothing() throws IOException {
		assertThat(vcd("check", "--fix", "--today", "2026-01-15", "--disable", "VCD105,VCD106", "shop.vcd").err()).startsWith("vcd: nothing");
		assertThat(read("shop.vcd")).isEqualTo(SHOP);
	}

	@Test
	void librariesStayAsTheyAre() throws IOException {
		var library = "package lib\n\nimport vcd.catalog.*\n\nfinal template host Node { cores 8 }\n";
		write("lib.vcd", library);
		write("shop.vcd", SHOP.replace("import", "import lib.*\nimport").replace("host beta {", "host beta : Node {"));

		check("shop.vcd");

		assertThat(read("lib.vcd")).isEqualTo(library);
		assertThat(read("shop.vcd")).contains("needs 1 of web");
	}

	@Test
	void lineEndsAndByteOrderMarksStay() throws IOException {
		write("shop.vcd", "\uFEFF" + SHOP.replace("\n", "\r\n"));

		check("shop.vcd");

		assertThat(read("shop.vcd")).isEqualTo("\uFEFF" + MENDED.replace("\n", "\r\n"));
		assertThat(FolderContent.read(folder)).hasSize(1);
	}

	@Test
	void standardInputIsNoFile() {
		assertThat(CommandLine.in(folder).reading(SHOP).run("check", "--fix", "-"))
				.isEqualTo(new Run(2, "", "vcd: --fix changes files: name them, standard input is none\n"));
	}

	@Test
	void programsAreToldWhatAFixChanges() {
		var out = vcd("check", "--format", "json", "--today", "2026-01-15", "shop.vcd").out();

		assertThat(out).contains("""
				      "fixes" : [
				        {
				          "label" : "Ask for 1 of 'web'",
				          "edits" : [
				            {
				              "file" : "shop.vcd",
				              "line" : 13,
				              "column" : 9,
				              "endLine" : 13,
				              "endColumn" : 9,
				              "text" : "1 of "
				            }
				          ]
				        }
				      ]
				""").contains("\"fixes\" : [ ]");
	}

	private Run check(String file) {
		return vcd("check", "--fix", "--today", "2026-01-15", file);
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private String read(String name) throws IOException {
		return Files.readString(folder.resolve(name));
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}
}
