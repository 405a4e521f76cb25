package org.vcdsl.pipeline.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.pipeline.writer.ArtifactWriter.Written;

class ArtifactWriterTest {

	private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

	@TempDir
	Path top;

	private Path output;
	private Path folder;

	@BeforeEach
	void whereFilesGo() {
		output = top.resolve("out");
		folder = output.resolve("shop");
	}

	@Test
	void filesAreWrittenBelowAFolderOfTheTopology() throws IOException {
		var written = write("plan.md=to do", "libvirt/beta/db.xml=<domain/>");

		assertThat(written.changed()).containsExactly("plan.md", "libvirt/beta/db.xml");
		assertThat(files()).containsExactly(".vcd-manifest", "libvirt/beta/db.xml", "plan.md");
		assertThat(folder.resolve("libvirt/beta/db.xml")).hasContent("<domain/>");
	}

	@Test
	void whatStaysTheSameIsNotTouched() throws IOException {
		write("plan.md=to do", "db.xml=<domain/>");
		for (var file : files()) {
			Files.setLastModifiedTime(folder.resolve(file), LONG_AGO);
		}

		assertThat(write("plan.md=to do", "db.xml=<domain/>").changed()).isEmpty();
		for (var file : files()) {
			assertThat(Files.getLastModifiedTime(folder.resolve(file))).as(file).isEqualTo(LONG_AGO);
		}

		assertThat(write("plan.md=done", "db.xml=<domain/>").changed()).containsExactly("plan.md");
		assertThat(Files.getLastModifiedTime(folder.resolve("db.xml"))).isEqualTo(LONG_AGO);
	}

	@Test
	void whatIsNoLongerMadeIsRemovedWithItsFolders() throws IOException {
		write("plan.md=to do", "libvirt/beta/db.xml=<domain/>");

		assertThat(write("plan.md=to do").removed()).containsExactly("libvirt/beta/db.xml");
		assertThat(folder.resolve("libvirt")).doesNotExist();
	}

	@Test
	void whatSomebodyChangedIsNotRemoved() throws IOException {
		write("plan.md=to do", "db.xml=<domain/>");
		Files.writeString(folder.resolve("db.xml"), "<mine/>");

		var written = write("plan.md=to do");

		assertThat(written.removed()).isEmpty();
		assertThat(written.kept()).containsExactly("db.xml");
		assertThat(folder.resolve("db.xml")).hasContent("<mine/>");
	}

	@Test
	void whatSomebodyChangedIsMadeAnewAndSaid() throws IOException {
		write("plan.md=to do");
		Files.writeString(folder.resolve("plan.md"), "mine");

		assertThat(write("plan.md=to do").overwritten()).containsExactly("plan.md");
		assertThat(folder.resolve("plan.md")).hasContent("to do");
	}

	@Test
	void filesOfOthersAreNeitherReplacedNorRemoved() throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("plan.md"), "mine");
		Files.writeString(folder.resolve("variables.yaml"), "mine too");

		assertThatThrownBy(() -> write("db.xml=<domain/>", "plan.md=to do")).isInstanceOf(FileSystemException.class)
				.hasMessageContaining("plan.md").hasMessageContaining("not something vcd wrote");
		assertThat(files()).containsExactly("plan.md", "variables.yaml");

		Files.delete(folder.resolve("plan.md"));
		write("plan.md=to do");
		write("db.xml=<domain/>");
		assertThat(folder.resolve("variables.yaml")).hasContent("mine too");
	}

	@Test
	void aRunThatCannotPlaceAllFilesReplacesNone() throws IOException {
		write("plan.md=to do");
		Files.writeString(folder.resolve("libvirt"), "a file where a folder is needed");

		assertThatThrownBy(() -> write("plan.md=done", "libvirt/db.xml=<domain/>")).isInstanceOf(FileSystemException.class);
		assertThat(folder.resolve("plan.md")).hasContent("to do");
		assertThat(files()).containsExactly(".vcd-manifest", "libvirt", "plan.md");
	}

	@Test
	void noLinkLeadsOut() throws IOException {
		var elsewhere = Files.createDirectories(top.resolve("elsewhere"));
		write("libvirt/db.xml=<domain/>");
		Files.copy(folder.resolve("libvirt/db.xml"), elsewhere.resolve("db.xml"));
		Files.delete(folder.resolve("libvirt/db.xml"));
		Files.delete(folder.resolve("libvirt"));
		Files.createSymbolicLink(folder.resolve("libvirt"), elsewhere);

		assertThatThrownBy(() -> write("libvirt/db.xml=<other/>")).isInstanceOf(FileSystemException.class);
		assertThat(write("plan.md=to do").removed()).isEmpty();
		assertThat(elsewhere.resolve("db.xml")).hasContent("<domain/>");
	}

	@Test
	void aForgedManifestRemovesNothingElsewhere() throws IOException {
		write("plan.md=to do");
		var victim = Files.writeString(top.resolve("victim"), "to do");
		var hash = Files.readString(folder.resolve(".vcd-manifest")).split(" ")[0];
		Files.writeString(folder.resolve(".vcd-manifest"), "%1$s  ../../victim\n%1$s  %2$s\nnonsense\n".formatted(hash, victim));

		assertThat(write("db.xml=<domain/>").removed()).isEmpty();
		assertThat(victim).exists();
	}

	@Test
	void pathsAndNamesThatLeadOutAreRefused() {
		assertThatThrownBy(() -> new ArtifactWriter(output).write("../shop", List.of())).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> write("a/./b=text")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> write(".vcd-manifest=text")).isInstanceOf(IllegalArgumentException.class);
	}

	/** As a kill leaves it between two files: the manifest holds both contents, and one file is the old one still. */
	@Test
	void aRunAfterOneThatWasKilledFinishesItsWork() throws IOException {
		write("a=old", "b=old", "gone=old");
		var old = Files.readString(folder.resolve(".vcd-manifest"));
		write("a=new", "b=new");
		var both = old + Files.readString(folder.resolve(".vcd-manifest"));
		Files.writeString(folder.resolve(".vcd-manifest"), both);
		Files.writeString(folder.resolve("b"), "old");
		Files.writeString(folder.resolve("gone"), "old");
		Files.createDirectories(folder.resolve(".vcd-staging-999999999999-1/half"));

		var written = write("a=new", "b=new");

		assertThat(written.changed()).containsExactly("b");
		assertThat(written.overwritten()).isEmpty();
		assertThat(written.removed()).containsExactly("gone");
		assertThat(files()).containsExactly(".vcd-manifest", "a", "b");
		assertThat(folder.resolve(".vcd-staging-999999999999-1")).doesNotExist();
	}

	@Test
	void nothingIsLeftBesideTheFolder() throws IOException {
		write("plan.md=to do");
		write("plan.md=done");
		write("db.xml=<domain/>");
		assertThat(output).isDirectoryNotContaining(path -> !path.equals(folder));
	}

	@Test
	void whatIsNotOursMovesAlongAsItIs() throws IOException {
		write("plan.md=to do", "libvirt/beta/db.xml=<domain/>");
		Files.writeString(folder.resolve("variables.yaml"), "mine");
		Files.createDirectories(folder.resolve("libvirt/mine/empty"));
		Files.createSymbolicLink(folder.resolve("libvirt/mine/link"), Path.of("nowhere"));
		Files.setPosixFilePermissions(folder.resolve("libvirt/mine"), PosixFilePermissions.fromString("rwx------"));
		var before = key("variables.yaml");

		write("plan.md=done");

		assertThat(key("variables.yaml")).isEqualTo(before);
		assertThat(folder.resolve("libvirt/mine/empty")).isEmptyDirectory();
		assertThat(folder.resolve("libvirt/beta")).doesNotExist();
		assertThat(Files.readSymbolicLink(folder.resolve("libvirt/mine/link"))).isEqualTo(Path.of("nowhere"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("libvirt/mine")))).isEqualTo("rwx------");
	}

	@Test
	void aFolderThatCannotBeExchangedIsChangedFileByFile() throws IOException {
		write("plan.md=to do", "gone=old", "libvirt/beta/db.xml=<domain/>");
		Files.writeString(folder.resolve("variables.yaml"), "mine");
		var before = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();

		var written = write(scratch -> (one, other) -> false, "plan.md=done", "new/file=new");

		assertThat(written.changed()).containsExactly("plan.md", "new/file");
		assertThat(written.removed()).containsExactly("gone", "libvirt/beta/db.xml");
		assertThat(files()).containsExactly(".vcd-manifest", "new/file", "plan.md", "variables.yaml");
		assertThat(Files.readAttributes(folder, BasicFileAttributes.class).fileKey()).isEqualTo(before);
		assertThat(output).isDirectoryNotContaining(path -> !path.equals(folder));
		assertThat(write("plan.md=done", "new/file=new").changed()).isEmpty();
	}

	@Test
	void whatIsPutThereMeanwhileMovesAlong() throws IOException {
		write("plan.md=to do", "db.xml=<domain/>", "gone/file=old");
		Files.writeString(folder.resolve("variables.yaml"), "mine");

		var written = write(meanwhile(() -> {
			Files.writeString(folder.resolve("variables.yaml"), "mine, edited in place");
			Files.writeString(folder.resolve("notes.txt"), "new");
			Files.createDirectories(folder.resolve("my/own"));
			Files.writeString(folder.resolve("my/own/file"), "mine");
			Files.writeString(folder.resolve("gone/mine"), "mine, too");
		}), "plan.md=done", "db.xml=<domain/>");

		assertThat(files()).containsExactly(".vcd-manifest", "db.xml", "gone/mine", "my/own/file", "notes.txt", "plan.md", "variables.yaml");
		assertThat(folder.resolve("variables.yaml")).hasContent("mine, edited in place");
		assertThat(written.overwritten()).isEmpty();
	}

	/** As most editors save: a new file takes the place of the old one. */
	@Test
	void whatIsReplacedMeanwhileIsKeptInBothVersions() throws IOException {
		write("plan.md=to do", "db.xml=<domain/>");
		var variables = Files.writeString(folder.resolve("variables.yaml"), "before");
		Files.setLastModifiedTime(variables, LONG_AGO);

		var written = write(meanwhile(() -> {
			for (var file : List.of("variables.yaml", "plan.md", "db.xml")) {
				Files.move(Files.writeString(top.resolve("saved"), "mine"), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
			}
		}), "plan.md=done", "db.xml=<domain/>");

		assertThat(variables).hasContent("mine");
		assertThat(folder.resolve("variables.yaml.vcd-earlier")).hasContent("before");
		assertThat(written.overwritten()).containsExactly("db.xml", "plan.md");
		assertThat(folder.resolve("plan.md")).hasContent("done");
		assertThat(folder.resolve("db.xml")).hasContent("<domain/>");
	}

	@Test
	void whoCannotWaitIsToldThatAnotherIsWriting() throws IOException {
		write("plan.md=to do");
		write(meanwhile(() -> assertThatThrownBy(() -> new ArtifactWriter(output, NativeExchange::new, Duration.ZERO).write("shop",
				List.of(new Artifact("plan.md", "other")))).isInstanceOf(FileSystemException.class)
				.hasMessageContaining("another vcd is writing here")), "plan.md=done");
		assertThat(folder.resolve("plan.md")).hasContent("done");
	}

	@Test
	void whatOthersPutIntoTheWorkFolderStays() throws IOException {
		write("plan.md=to do");
		var work = Files.createDirectories(WorkFolder.beside(folder));
		Files.writeString(work.resolve("mine"), "mine");
		var elsewhere = Files.createDirectories(top.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("file"), "mine");
		Files.createSymbolicLink(work.resolve("tree-1"), elsewhere);

		write("plan.md=done");

		assertThat(elsewhere.resolve("file")).hasContent("mine");
		assertThat(files()).containsExactly(".vcd-manifest", "plan.md");
		try (var left = Files.list(work)) {
			assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("mine", "tree-1");
		}
	}

	/** Something that happens while the new tree is complete and the old one still has its name. */
	private static Function<Path, FolderExchange> meanwhile(Happening happening) {
		return scratch -> (one, other) -> {
			try {
				happening.happen();
			} catch (IOException cause) {
				throw new UncheckedIOException(cause);
			}
			return new NativeExchange(scratch).exchange(one, other);
		};
	}

	@FunctionalInterface
	private interface Happening {

		void happen() throws IOException;
	}

	private Object key(String path) throws IOException {
		return Files.readAttributes(folder.resolve(path), BasicFileAttributes.class).fileKey();
	}

	/** Each file as {@code path=text}. */
	private Written write(String... files) throws IOException {
		return write(NativeExchange::new, files);
	}

	private Written write(Function<Path, FolderExchange> exchanges, String... files) throws IOException {
		return new ArtifactWriter(output, exchanges, Duration.ofSeconds(30)).write("shop", Stream.of(files)
				.map(file -> file.split("=", 2)).map(file -> new Artifact(file[0], file[1])).toList());
	}

	private List<String> files() throws IOException {
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString).sorted().toList();
		}
	}
}
