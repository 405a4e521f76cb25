package org.vcdsl.pipeline.writer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vcdsl.backend.Artifact;
import org.vcdsl.pipeline.Planned;

/**
 * Writes what belongs to a plan into a folder of its own below an output folder, so that the folder holds what the last run made and
 * nothing of earlier ones.
 *
 * <p>Whenever a run fails, is killed, or loses its power, the folder is the old one or the new one as a whole. These are the steps:
 * <ol>
 * <li>A lock is taken beside the folder, and what a killed run has left is finished ({@link WorkFolder}).
 * <li>The new tree is made beside the old one: what stays is the same file under a second name, what is new is written and forced
 * to disk, and so are the folders ({@link NewTree}). <em>Cut short here, the old tree stands as it was.</em>
 * <li>The two exchange their names in one step of the kernel's ({@link FolderExchange}); where there was no folder, the new one
 * gets its name. <em>Cut short here, either the old or the new tree has the name.</em>
 * <li>What somebody else has put into the old tree since it was looked through is moved to the new one, and the old tree goes
 * ({@link OldTree}). <em>Cut short here, the new tree stands; the next run, whatever it makes, goes on with this step.</em>
 * </ol>
 * Where the system or the file system cannot exchange folders or lock files, files are replaced one by one ({@link FileByFile}): each is
 * then the old or the new one, but a kill between two leaves a mixture for the next run to finish.
 *
 * <p>Nothing is touched when nothing changes. What earlier runs wrote and this one does not is removed, unless somebody has changed it;
 * files that no run wrote are never replaced or removed. No link leads out of the folder. Each topology has its folder, so of several each
 * is old or new.
 */
public final class ArtifactWriter {

	/** How long a run waits for another that writes into the same folder; that takes a second or two at most. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path output;
	private final Function<Path, FolderExchange> exchanges;
	private final Duration patience;

	/** Writes below an output folder, which is made when it is missing. */
	public ArtifactWriter(Path output) {
		this(output, NativeExchange::new, PATIENCE);
	}

	/** @param exchanges answers who exchanges folders, given a scratch folder */
	ArtifactWriter(Path output, Function<Path, FolderExchange> exchanges, Duration patience) {
		this.output = output;
		this.exchanges = exchanges;
		this.patience = patience;
	}

	/**
	 * What became of the files; all paths are relative to the folder.
	 *
	 * @param folder of the topology, below the output folder
	 * @param files that are there now
	 * @param changed those among them that are new or have new content
	 * @param overwritten those among them that somebody had changed by hand
	 * @param removed what an earlier run wrote
	 * @param kept what an earlier run wrote and somebody changed by hand
	 */
	public record Written(Path folder, List<String> files, List<String> changed, List<String> overwritten, List<String> removed,
			List<String> kept) {

		public Written {
			files = List.copyOf(files);
			changed = List.copyOf(changed);
			overwritten = List.copyOf(overwritten);
			removed = List.copyOf(removed);
			kept = List.copyOf(kept);
		}
	}

	/** Writes the plan for people and for programs, and all artefacts. */
	public Written writePlan(Planned planned) throws IOException {
		return write(planned.topology().name(), planned.files());
	}

	/** Writes the artefacts alone. */
	public Written writeArtifacts(Planned planned) throws IOException {
		return write(planned.topology().name(), planned.artifacts());
	}

	/**
	 * Makes the files the content of the folder of that name.
	 *
	 * @throws IOException if it cannot; then nothing has been replaced, unless moving a file failed
	 */
	Written write(String topology, List<Artifact> files) throws IOException {
		var folder = output.resolve(topology);
		if (!output.equals(folder.getParent())) {
			throw new IllegalArgumentException("Not below the output folder: " + topology);
		}
		var contents = contents(files);
		Files.createDirectories(output);
		Changes.requireFolderOrNothing(folder);
		FileByFile.clearAbandoned(folder);
		var changes = Changes.between(folder, contents);
		return changes.areNone() && !Disk.exists(WorkFolder.beside(folder)) ? changes.done() : write(changes);
	}

	private Written write(Changes expected) throws IOException {
		var work = WorkFolder.open(expected.folder(), patience);
		if (work.isEmpty()) {
			return writeFileByFile(expected);
		}
		try (var open = work.get()) {
			var changes = Changes.between(expected.folder(), expected.contents());
			return changes.areNone() ? changes.done() : writeAsAWhole(changes, open);
		}
	}

	private Written writeAsAWhole(Changes changes, WorkFolder work) throws IOException {
		var folder = changes.folder();
		var tree = takeOver(changes, work);
		if (tree.isEmpty()) {
			return writeFileByFile(changes);
		}
		tree.get().complete();
		work.force();
		if (!Disk.exists(folder)) {
			Files.move(tree.get().path(), folder, StandardCopyOption.ATOMIC_MOVE);
			work.force();
			return changes.done();
		}
		if (!exchanges.apply(work.scratch()).exchange(tree.get().path(), folder)) {
			return writeFileByFile(changes);
		}
		work.force();
		return changes.done(new OldTree(tree.get().path(), folder).retire());
	}

	/** A new tree with all that stays, or nothing if something cannot be in two trees at once. */
	private static Optional<NewTree> takeOver(Changes changes, WorkFolder work) {
		try {
			var tree = new NewTree(work.makeTree(changes.folder()), changes);
			tree.takeOver();
			return Optional.of(tree);
		} catch (IOException | UnsupportedOperationException cannot) {
			return Optional.empty();
		}
	}

	private static Written writeFileByFile(Changes changes) throws IOException {
		new FileByFile(changes).carryOut();
		return changes.done();
	}

	private static Map<String, byte[]> contents(List<Artifact> files) {
		var contents = new LinkedHashMap<String, byte[]>();
		for (var file : files) {
			if (!Manifest.canHold(file.path())) {
				throw new IllegalArgumentException("Not the path of an artefact: " + file.path());
			}
			if (contents.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)) != null) {
				throw new IllegalArgumentException("Made twice: " + file.path());
			}
		}
		return contents;
	}
}
