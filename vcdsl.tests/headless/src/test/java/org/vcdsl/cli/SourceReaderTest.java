package org.vcdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.Project;
import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.SourceFile;

class SourceReaderTest {

	@TempDir
	Path folder;

	@Test
	void filesKeepTheNamesAndTheOrderTheyWereGivenIn() throws IOException {
		write("b.vcd", "two");
		write("a.vcd", "one");
		assertThat(read("./b.vcd", "a.vcd")).containsExactly(new SourceFile("./b.vcd", "two"), new SourceFile("a.vcd", "one"));
	}

	@Test
	void aFileIsReadOnceUnderTheFirstNameItWasGiven() throws IOException {
		write("dc/a.vcd", "one");
		Files.createSymbolicLink(folder.resolve("link.vcd"), folder.resolve("dc/a.vcd"));
		assertThat(names("dc/../dc/a.vcd", "dc/a.vcd", "dc", "link.vcd", "d*/*.vcd")).containsExactly("dc/../dc/a.vcd");
	}

	@Test
	void aFolderStandsForItsFilesByNameAndThoseBelow() throws IOException {
		write("dc/z.vcd", "");
		write("dc/a/b.vcd", "");
		write("dc/notes.txt", "");
		write("dc/.git/old.vcd", "");
		assertThat(names("dc")).containsExactly("dc/a/b.vcd", "dc/z.vcd");
		assertThat(names("dc/")).containsExactly("dc/a/b.vcd", "dc/z.vcd");
		assertThat(names(".")).containsExactly("dc/a/b.vcd", "dc/z.vcd");
	}

	@Test
	void linksThatGoRoundInACircleAreNotFollowed() throws IOException {
		write("dc/a.vcd", "");
		Files.createSymbolicLink(folder.resolve("dc/again"), folder.resolve("dc"));
		assertThat(names("dc")).containsExactly("dc/a.vcd");
	}

	@Test
	void patternsWorkWhereTheShellLeavesThemAlone() throws IOException {
		write("dc1/a.vcd", "");
		write("dc1/b/c.vcd", "");
		write("dc2/d.vcd", "");
		write("e.txt", "");
		assertThat(names("dc*/*.vcd")).containsExactly("dc1/a.vcd", "dc2/d.vcd");
		assertThat(names("dc1/**/*.vcd")).containsExactly("dc1/a.vcd", "dc1/b/c.vcd");
		assertThat(names("*.{txt,md}")).containsExactly("e.txt");
		assertUnusable("*.md: no file matches", "*.md");
		assertUnusable("nowhere/*.vcd: no file matches", "nowhere/*.vcd");
		assertUnusable("[: not a pattern: Missing ']", "[");
	}

	@Test
	void aFileWhoseNameLooksLikeAPatternIsAFile() throws IOException {
		write("dc[1].vcd", "one");
		assertThat(names("dc[1].vcd")).containsExactly("dc[1].vcd");
	}

	@Test
	void standardInputIsReadOnceAndComesFirst() throws IOException {
		write("a.vcd", "one");
		assertThat(read("a.vcd", "-", "-")).containsExactly(new SourceFile("there.vcd", "typed"), new SourceFile("a.vcd", "one"));
	}

	@Test
	void aByteOrderMarkIsNoText() throws IOException {
		write("a.vcd", "\uFEFFpackage shop");
		assertThat(read("a.vcd")).containsExactly(new SourceFile("a.vcd", "package shop"));
	}

	@Test
	void anyTextIsKeptAsItIs() throws IOException {
		var text = "// caf\u00e9 \uD83D\uDE00\r\n\tpackage shop";
		write("a.vcd", text);
		assertThat(read("a.vcd")).containsExactly(new SourceFile("a.vcd", text));
	}

	@Test
	void whatIsNotTextIsRefusedWithThePlace() throws IOException {
		Files.write(folder.resolve("latin.vcd"), "package caf\u00e9 ".getBytes(StandardCharsets.ISO_8859_1));
		Files.write(folder.resolve("cut.vcd"), new byte[] { 'a', (byte) 0xC3 });
		Files.write(folder.resolve("utf16.vcd"), "package".getBytes(StandardCharsets.UTF_16));
		write("binary.vcd", "pack\0age");
		assertUnusable("latin.vcd: not UTF-8: byte 12 (0xE9) does not belong there. Save the file as UTF-8.", "latin.vcd");
		assertUnusable("cut.vcd: not UTF-8: byte 2 (0xC3)", "cut.vcd");
		assertUnusable("utf16.vcd: not UTF-8: byte 1 (0xFE)", "utf16.vcd");
		assertUnusable("binary.vcd: not a text file: character 5 is zero", "binary.vcd");
	}

	@Test
	void aFileTooBigIsRefusedBeforeItIsRead() throws IOException {
		try (var file = new RandomAccessFile(folder.resolve("big.vcd").toFile(), "rw")) {
			file.setLength(TextFile.MAX_BYTES + 1);
		}
		assertUnusable("big.vcd: larger than 256 MiB", "big.vcd");
	}

	@Test
	void whatIsMissingIsNamed() throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		assertUnusable("nope.vcd: no such file or folder", "nope.vcd");
		assertUnusable("empty: no .vcd file in this folder or below", "empty");
	}

	@Test
	void aFolderBelowThatMayNotBeReadIsNotPassedOver() throws IOException {
		write("dc/a.vcd", "");
		write("dc/secret/b.vcd", "");
		var secret = Files.setPosixFilePermissions(folder.resolve("dc/secret"), PosixFilePermissions.fromString("---------"));
		try {
			assumeFalse(Files.isReadable(secret), "this user may read everything");
			assertThatThrownBy(() -> read("dc")).isInstanceOf(AccessDeniedException.class);
		} finally {
			Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
		}
	}

	private void assertUnusable(String message, String argument) {
		assertThatThrownBy(() -> read(argument)).isInstanceOf(UnusableException.class).hasMessageStartingWith(message);
	}

	private List<String> names(String... arguments) throws IOException {
		return read(arguments).stream().map(SourceFile::name).toList();
	}

	private List<SourceFile> read(String... arguments) throws IOException {
		var nowhere = new PrintStream(OutputStream.nullOutputStream());
		var input = new ByteArrayInputStream("typed".getBytes(StandardCharsets.UTF_8));
		return SourceReader.read(List.of(arguments), "there.vcd",
				new Shell(folder, input, nowhere, nowhere, false, () -> Project.TODAY, false));
	}

	private void write(String name, String text) throws IOException {
		var file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}
}
