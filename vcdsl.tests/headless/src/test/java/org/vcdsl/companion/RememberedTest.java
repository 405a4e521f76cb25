package org.vcdsl.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read again when it is another one, and not before. */
class RememberedTest {

	@TempDir
	Path folder;

	private final Remembered<String> remembered = new Remembered<>();
	private final List<String> readings = new ArrayList<>();
	private Path file;

	@BeforeEach
	void write() throws IOException {
		file = Files.writeString(folder.resolve("vcd.yaml"), "one");
	}

	@Test
	void aFileThatLooksTheSameIsReadOnce() throws IOException {
		assertThat(List.of(read("a"), read("a"))).containsExactly("one", "one");
		assertThat(readings).hasSize(1);
	}

	@Test
	void aFileThatWasWrittenIsReadAgain() throws IOException {
		read("a");
		Files.writeString(file, "another");
		assertThat(read("a")).isEqualTo("another");
	}

	@Test
	void aFileThatWasReplacedIsReadAgainThoughTimeAndSizeAreTheSame() throws IOException {
		read("a");
		var time = Files.getLastModifiedTime(file);
		var beside = Files.writeString(folder.resolve("beside"), "two");
		Files.setLastModifiedTime(beside, time);
		Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
		assertThat(read("a")).isEqualTo("two");
	}

	@Test
	void underAnotherNameItIsReadAgain() throws IOException {
		read("a");
		read("b");
		assertThat(readings).containsExactly("a", "b");
	}

	@Test
	void nothingIsRememberedOfWhatCannotBeRead() throws IOException {
		assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> remembered.of(file, "a", (path, name) -> {
			throw new UnusableException("broken");
		}));
		Files.setLastModifiedTime(file, FileTime.fromMillis(0));
		assertThat(read("a")).isEqualTo("one");
		Files.delete(file);
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> read("a"));
	}

	private String read(String name) throws IOException {
		return remembered.of(file, name, (path, same) -> {
			readings.add(same);
			return Files.readString(path);
		});
	}
}
