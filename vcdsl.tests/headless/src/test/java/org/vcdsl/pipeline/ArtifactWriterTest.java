package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vcdsl.backend.Artifact;
import org.vcdsl.pipeline.ArtifactWriter.Written;

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

	/** Each file as {@code path=text}. */
	private Written write(String... files) throws IOException {
		return new ArtifactWriter(output).write("shop", Stream.of(files).map(file -> file.split("=", 2))
				.map(file -> new Artifact(file[0], file[1])).toList());
	}

	private List<String> files() throws IOException {
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString).sorted().toList();
		}
	}
}
