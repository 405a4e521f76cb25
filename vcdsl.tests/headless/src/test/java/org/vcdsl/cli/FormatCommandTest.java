package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.cli.CommandLine.Run;
import org.vcdsl.companion.FileReplacement;

class FormatCommandTest {

	private static final String GOOD = "package shop\nsite north { host alpha }\n";
	private static final String POOR = "package shop\nsite south {\nhost beta{cores  4}\n}";
	private static final String MENDED = "package shop\nsite south {\n  host beta { cores 4 }\n}\n";
	private static final String BROKEN = "package  shop\nsite east { host }\n";
	private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-15T00:00:00Z"));

	@TempDir
	Path folder;

	@BeforeEach
	void files() throws IOException {
		write("good.vcd", GOOD);
		write("poor.vcd", POOR);
	}

	@Test
	void onlyFilesThatChangeAreReplaced() throws IOException {
		assertThat(vcd("format", ".")).isEqualTo(new Run(0, "poor.vcd\n", "vcd: 1 file changed, 1 as it should be\n"));

		assertThat(read("poor.vcd")).isEqualTo(MENDED);
		assertThat(Files.getLastModifiedTime(folder.resolve("good.vcd"))).isEqualTo(LONG_AGO);
		assertThat(Files.getLastModifiedTime(folder.resolve("poor.vcd"))).isGreaterThan(LONG_AGO);
		assertThat(FolderContent.read(folder)).hasSize(2);
		assertThat(vcd("format", ".")).isEqualTo(new Run(0, "", "vcd: 0 files changed, 2 as they should be\n"));
	}

	@Test
	void checkNamesThemAndChangesNothing() throws IOException {
		assertThat(vcd("format", "--check", ".")).isEqualTo(new Run(1, "poor.vcd\n", "vcd: 1 file would change, 1 as it should be\n"));
		assertThat(vcd("format", "--check", "good.vcd").exit()).isZero();
		assertThat(read("poor.vcd")).isEqualTo(POOR);
		assertThat(Files.getLastModifiedTime(folder.resolve("poor.vcd"))).isEqualTo(LONG_AGO);
	}

	@Test
	void standardInputGoesToStandardOutput() {
		var poor = CommandLine.in(folder).reading(POOR);

		assertThat(poor.run("format", "-")).isEqualTo(new Run(0, MENDED, ""));
		assertThat(poor.run("format", "--check", "--stdin-name", "x.vcd", "-")).isEqualTo(new Run(1, "x.vcd\n", ""));
		assertThat(CommandLine.in(folder).reading(GOOD).run("format", "--check", "-")).isEqualTo(new Run(0, "", ""));
		assertThat(poor.run("format", "-", "good.vcd")).satisfies(run -> assertThat(run.exit()).isEqualTo(2))
				.satisfies(run -> assertThat(run.out()).isEmpty());
	}

	@Test
	void whatCannotBeParsedIsLeftAloneAndTheRestIsNot() throws IOException {
		write("broken.vcd", BROKEN);

		var run = vcd("format", ".");

		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.out()).isEqualTo("poor.vcd\n");
		assertThat(run.err()).startsWith("broken.vcd:2:18: error VCD100 ").endsWith("; 1 file left alone, mend what is said above\n");
		assertThat(read("broken.vcd")).isEqualTo(BROKEN);
		assertThat(read("poor.vcd")).isEqualTo(MENDED);
		assertThat(CommandLine.in(folder).reading(BROKEN).run("format", "-"))
				.satisfies(piped -> assertThat(piped.exit()).isEqualTo(2))
				.satisfies(piped -> assertThat(piped.out()).isEmpty())
				.satisfies(piped -> assertThat(piped.err()).startsWith("<stdin>:2:18: error VCD100 "));
	}

	@Test
	void whatIsNoTextIsSaidAndLeftAlone() throws IOException {
		Files.write(folder.resolve("latin.vcd"), new byte[] { 'p', (byte) 0xe9 });

		assertThat(vcd("format", ".")).isEqualTo(new Run(2, "poor.vcd\n",
				"vcd: latin.vcd: not UTF-8: byte 2 (0xE9) does not belong there. Save the file as UTF-8.\n"
						+ "vcd: 1 file changed, 1 as it should be; 1 file left alone, mend what is said above\n"));
		assertThat(vcd("format", "nowhere.vcd")).isEqualTo(new Run(2, "", "vcd: nowhere.vcd: no such file or folder\n"));
	}

	@Test
	void lineEndsAndByteOrderMarkStay() throws IOException {
		var mark = "\uFEFF";
		write("poor.vcd", mark + POOR.replace("\n", "\r\n"));

		vcd("format", "poor.vcd");

		assertThat(read("poor.vcd")).isEqualTo(mark + MENDED.replace("\n", "\r\n"));
		assertThat(CommandLine.in(folder).reading(mark + POOR).run("format", "-").out()).isEqualTo(mark + MENDED);
	}

	@Test
	void linksStayLinksAndRightsStayRights() throws IOException {
		var rights = PosixFilePermissions.fromString("rw-r-x---");
		Files.setPosixFilePermissions(folder.resolve("poor.vcd"), rights);
		Files.createDirectory(folder.resolve("elsewhere"));
		var link = Files.createSymbolicLink(folder.resolve("elsewhere/link.vcd"), Path.of("../poor.vcd"));

		assertThat(vcd("format", "elsewhere/link.vcd").out()).isEqualTo("elsewhere/link.vcd\n");

		assertThat(link).isSymbolicLink();
		assertThat(read("poor.vcd")).isEqualTo(MENDED);
		assertThat(Files.getPosixFilePermissions(folder.resolve("poor.vcd"))).isEqualTo(rights);
	}

	@Test
	void namesAreNotAskedWhatTheyStandFor() {
		assertThat(CommandLine.in(folder).reading("package p\nhost h : Unknown\n").run("format", "--check", "-").exit()).isZero();
	}

	@Test
	void aFileThatSomebodyChangedMeanwhileStaysTheirs() throws IOException {
		var file = folder.resolve("good.vcd");

		assertThatThrownBy(() -> FileReplacement.replace(file, POOR, MENDED)).isInstanceOf(IOException.class);
		assertThat(read("good.vcd")).isEqualTo(GOOD);
		assertThat(FolderContent.read(folder)).hasSize(2);
	}

	private Run vcd(String... arguments) {
		return CommandLine.in(folder).run(arguments);
	}

	private String read(String name) throws IOException {
		return Files.readString(folder.resolve(name));
	}

	private void write(String name, String text) throws IOException {
		Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), LONG_AGO);
	}
}
