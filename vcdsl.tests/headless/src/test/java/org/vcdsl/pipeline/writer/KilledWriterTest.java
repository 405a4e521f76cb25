package org.vcdsl.pipeline.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vcdsl.pipeline.writer.WritingProcess.End;

/** Real processes, really killed: whenever that is, the folder is the old or the new one, byte for byte, and no file of others is lost. */
class KilledWriterTest {

	/** Enough that, spread over the whole of a run, some meet each step. */
	private static final int KILLS = 25;

	private static final Map<String, String> OF_OTHERS = Map.of("variables.yaml", "mine", "libvirt/host1/notes.txt", "my notes",
			"my/own/folder/file", "mine, too");

	@TempDir
	Path top;

	private Path output;
	private Path folder;
	private Map<String, String> old;
	private Map<String, String> replaced;

	@BeforeEach
	void bothTrees() throws IOException {
		output = top.resolve("out");
		folder = output.resolve("shop");
		old = whole("old");
		replaced = whole("new");
		assertThat(old).isNotEqualTo(replaced);
	}

	@Test
	void aKillAtAnyMomentLeavesTheOldTreeOrTheNewOne() throws Exception {
		assumeTrue(canExchange(), "this system cannot exchange folders");
		var nanos = durationOfWriting();
		var seen = new TreeMap<String, Integer>();
		for (var kill = 0; kill < KILLS; kill++) {
			WritingProcess.write(output, "old", End.NEVER);
			putFilesOfOthers();
			var process = WritingProcess.start(output, "new", End.NEVER);
			var own = "made-meanwhile-" + kill;
			killAfter(process, nanos * kill / KILLS, own);

			var left = WritingProcess.content(folder);
			left.remove(own);
			assertThat(left).as("after kill %s", kill).isIn(old, replaced);
			seen.merge(left.equals(old) ? "old" : "new", 1, Integer::sum);

			WritingProcess.write(output, "new", End.NEVER);
			var finished = WritingProcess.content(folder);
			assertThat(finished.remove(own)).as("what was made while it wrote").isEqualTo("mine");
			assertThat(finished).isEqualTo(replaced);
			assertThat(output).isDirectoryContaining(path -> path.equals(folder)).isDirectoryNotContaining(path -> !path.equals(folder));
			Files.delete(folder.resolve(own));
		}
		assertThat(seen).as("a kill before the exchange, and one behind it").containsKey("old");
	}

	/** The moments that matter most, which a kill by the clock may miss. */
	@ParameterizedTest
	@EnumSource(names = { "BEFORE_THE_EXCHANGE", "BEHIND_THE_EXCHANGE" })
	void aKillBesideTheExchangeLeavesAWholeTreeAndTheNextRunFinishes(End end) throws Exception {
		assumeTrue(canExchange(), "this system cannot exchange folders");
		WritingProcess.write(output, "old", End.NEVER);
		putFilesOfOthers();

		assertThat(WritingProcess.start(output, "new", end).waitFor()).isEqualTo(137);

		assertThat(WritingProcess.content(folder)).isEqualTo(end == End.BEFORE_THE_EXCHANGE ? old : replaced);
		assertThat(WorkFolder.beside(folder)).isDirectory();
		WritingProcess.write(output, "old", End.NEVER);
		assertThat(WritingProcess.content(folder)).isEqualTo(old);
		assertThat(WorkFolder.beside(folder)).doesNotExist();
	}

	/** As a shell does whose current folder was exchanged away. */
	@Test
	void whatIsInTheOldTreeOfAKilledRunComesBack() throws Exception {
		assumeTrue(canExchange(), "this system cannot exchange folders");
		WritingProcess.write(output, "old", End.NEVER);
		putFilesOfOthers();
		assertThat(WritingProcess.start(output, "new", End.BEHIND_THE_EXCHANGE).waitFor()).isEqualTo(137);
		Path oldTree;
		try (var trees = Files.newDirectoryStream(WorkFolder.beside(folder), "tree-*")) {
			oldTree = trees.iterator().next();
		}
		Files.writeString(oldTree.resolve("late.txt"), "late");

		WritingProcess.write(output, "new", End.NEVER);

		assertThat(WritingProcess.content(folder)).containsEntry("late.txt", "late").containsAllEntriesOf(replaced);
	}

	@Test
	void aFirstRunThatIsKilledLeavesNothingOrAll() throws Exception {
		var nanos = durationOfWriting();
		for (var kill = 0; kill < 6; kill++) {
			Disk.deleteTree(output);
			Files.createDirectories(output);
			killAfter(WritingProcess.start(output, "new", End.NEVER), nanos * kill / 6, "");

			if (Files.exists(folder)) {
				assertThat(WritingProcess.content(folder)).hasSize(replaced.size() - OF_OTHERS.size());
			}
			WritingProcess.write(output, "new", End.NEVER);
			assertThat(WritingProcess.content(folder)).hasSize(replaced.size() - OF_OTHERS.size());
		}
	}

	/** What happens on a system that cannot exchange: each file is whole, and the next run finishes. */
	@Test
	void whereFoldersCannotBeExchangedAKillLeavesWholeFiles() throws Exception {
		for (var kill = 0; kill < 5; kill++) {
			WritingProcess.write(output, "old", End.NEVER);
			putFilesOfOthers();
			killAfter(WritingProcess.start(output, "new", End.INSTEAD_OF_AN_EXCHANGE), kill * 4_000_000L, "");

			WritingProcess.content(folder).forEach((path, text) -> {
				if (!path.startsWith(".vcd-")) {
					assertThat(text).as(path).isIn(old.get(path), replaced.get(path));
				}
			});
			WritingProcess.write(output, "new", End.INSTEAD_OF_AN_EXCHANGE);
			assertThat(WritingProcess.content(folder)).isEqualTo(replaced);
		}
	}

	/** JNA unpacks its native part; where it must not be executed, or there is no room for it, files are replaced one by one. */
	@Test
	void whereTheNativePartCannotBeLoadedFilesAreReplacedOneByOne() throws Exception {
		var notAFolder = Files.writeString(top.resolve("file"), "");
		WritingProcess.write(output, "old", End.NEVER);
		putFilesOfOthers();
		var inode = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();

		var process = WritingProcess.start(output, "new", End.NEVER, "-Djna.tmpdir=" + notAFolder);

		assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(process.waitFor()).isZero();
		assertThat(WritingProcess.content(folder)).isEqualTo(replaced);
		assertThat(Files.readAttributes(folder, BasicFileAttributes.class).fileKey()).isEqualTo(inode);
	}

	@Test
	void twoRunsAtOnceTakeTurns() throws Exception {
		WritingProcess.write(output, "old", End.NEVER);
		putFilesOfOthers();
		for (var round = 0; round < 3; round++) {
			var one = WritingProcess.start(output, "new", End.NEVER);
			var other = WritingProcess.start(output, "old", End.NEVER);
			assertThat(one.waitFor()).isZero();
			assertThat(other.waitFor()).isZero();
			assertThat(WritingProcess.content(folder)).isIn(old, replaced);
			assertThat(WorkFolder.beside(folder)).doesNotExist();
		}
	}

	/** What a run makes, and the files of others. */
	private Map<String, String> whole(String tree) throws IOException {
		var elsewhere = top.resolve("whole-" + tree);
		WritingProcess.write(elsewhere, tree, End.NEVER);
		var content = WritingProcess.content(elsewhere.resolve("shop"));
		content.putAll(OF_OTHERS);
		return content;
	}

	private void putFilesOfOthers() throws IOException {
		for (var file : OF_OTHERS.entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
	}

	private boolean canExchange() throws IOException {
		var one = Files.createDirectories(top.resolve("exchange/one"));
		var other = Files.createDirectories(top.resolve("exchange/other"));
		return new NativeExchange(top.resolve("exchange")).exchange(one, other);
	}

	/** From the first sign of a run on the disk to its end, in nanoseconds. */
	private long durationOfWriting() throws Exception {
		WritingProcess.write(output, "old", End.NEVER);
		putFilesOfOthers();
		var process = WritingProcess.start(output, "new", End.NEVER);
		waitForWork(process);
		var begin = System.nanoTime();
		process.waitFor();
		return System.nanoTime() - begin;
	}

	private void waitForWork(Process process) {
		while (process.isAlive() && !Files.exists(WorkFolder.beside(folder))) {
			Thread.onSpinWait();
		}
	}

	/** Kills a run some time after it began to write, unless it has ended by then; makes a file just before, if one is named. */
	private void killAfter(Process process, long nanos, String file) throws IOException, InterruptedException {
		waitForWork(process);
		var end = System.nanoTime() + nanos;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		if (!file.isEmpty()) {
			Files.writeString(folder.resolve(file), "mine");
		}
		process.destroyForcibly();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
	}
}
