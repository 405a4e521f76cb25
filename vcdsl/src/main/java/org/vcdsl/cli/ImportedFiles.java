package org.vcdsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceHeader;

/**
 * Finds the files of packages that the inputs import and that none of them declares: in the folders of the inputs, then in the
 * folders of {@code --path} and below. The first folder that has a package decides. They are linked, and not reported on.
 */
final class ImportedFiles {

	private static final String SUFFIX = ".vcd";

	private final Shell shell;
	private final List<SourceFile> inputs;
	private final List<String> path;
	/** Files by the package they declare, folder after folder; read when the first package is missing. */
	private Map<String, List<Path>> library;
	private final Map<Path, String> names = new LinkedHashMap<>();

	ImportedFiles(Shell shell, List<SourceFile> inputs, List<String> path) {
		this.shell = shell;
		this.inputs = inputs;
		this.path = path;
	}

	/** The files of all packages that are missing, and of those that these import, and so on. */
	List<SourceFile> find() throws IOException {
		var known = new HashSet<String>();
		var wanted = new ArrayList<String>();
		for (var input : inputs) {
			var header = SourceHeader.of(input.text());
			header.packageName().ifPresent(known::add);
			wanted.addAll(header.importedPackages());
		}
		requireFolders();
		var found = new ArrayList<SourceFile>();
		while (!wanted.isEmpty()) {
			var name = wanted.removeFirst();
			if (known.add(name)) {
				for (var file : library().getOrDefault(name, List.of())) {
					var source = new SourceFile(names.get(file), TextFile.withoutMark(TextFile.read(file, names.get(file))), true);
					found.add(source);
					wanted.addAll(SourceHeader.of(source.text()).importedPackages());
				}
			}
		}
		return found;
	}

	private void requireFolders() {
		for (var folder : path) {
			if (!Files.isDirectory(shell.locate(folder))) {
				throw new UnusableException(folder + ": no such folder");
			}
		}
	}

	private Map<String, List<Path>> library() throws IOException {
		if (library == null) {
			library = new LinkedHashMap<>();
			var own = new HashSet<Path>();
			var folders = new LinkedHashSet<Path>();
			for (var input : inputs) {
				var file = shell.locate(input.name());
				if (Files.isRegularFile(file)) {
					own.add(file.toRealPath());
					folders.add(file.toAbsolutePath().getParent());
				}
			}
			for (var folder : folders) {
				add(SourceReader.sortedEntries(folder), own);
			}
			for (var folder : path) {
				add(filesBelow(shell.locate(folder)), own);
			}
		}
		return library;
	}

	/** Adds the packages of a folder that no folder before it has. */
	private void add(List<Path> files, Set<Path> own) throws IOException {
		var packages = new LinkedHashMap<String, List<Path>>();
		for (var file : files) {
			if (file.toString().endsWith(SUFFIX) && Files.isRegularFile(file) && own.add(file.toRealPath())) {
				names.put(file, shell.nameOf(file));
				packageOf(file).ifPresent(name -> packages.computeIfAbsent(name, first -> new ArrayList<>()).add(file));
			}
		}
		packages.forEach(library::putIfAbsent);
	}

	/** What else lies in the folder is nobody's business: a file that cannot be read declares no package. */
	private Optional<String> packageOf(Path file) {
		try {
			return SourceHeader.of(TextFile.withoutMark(TextFile.read(file, names.get(file)))).packageName();
		} catch (IOException | UnusableException unreadable) {
			return Optional.empty();
		}
	}

	private static List<Path> filesBelow(Path folder) throws IOException {
		var files = new ArrayList<Path>();
		for (var entry : SourceReader.sortedEntries(folder)) {
			if (Files.isDirectory(entry)) {
				if (!entry.getFileName().toString().startsWith(".") && !Files.isSymbolicLink(entry)) {
					files.addAll(filesBelow(entry));
				}
			} else {
				files.add(entry);
			}
		}
		return files;
	}
}
