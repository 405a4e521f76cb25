package org.vcdsl.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.SourceFile;

/**
 * Finds and reads the files that arguments name: files, folders, patterns and standard input. A file is read once, under the first
 * name it was given.
 */
final class SourceReader {

	private static final String STANDARD_INPUT = "-";
	private static final String SUFFIX = ".vcd";

	private final Shell shell;

	/** Real path to the name that was given. */
	private final Map<Path, String> files = new LinkedHashMap<>();
	private final List<SourceFile> standardInput = new ArrayList<>();

	private SourceReader(Shell shell) {
		this.shell = shell;
	}

	/**
	 * Reads all that the arguments name: what comes from standard input first, then files in the order of the arguments, those of a
	 * folder or pattern by name.
	 *
	 * @param standardInputName what findings call the text from standard input
	 * @throws UnusableException if an argument names nothing, or a file holds no text
	 */
	static List<SourceFile> read(List<String> arguments, String standardInputName, Shell shell) throws IOException {
		var reader = new SourceReader(shell);
		for (var argument : arguments) {
			if (!argument.equals(STANDARD_INPUT)) {
				reader.add(argument);
			} else if (reader.standardInput.isEmpty()) {
				reader.standardInput.add(new SourceFile(standardInputName, TextFile.withoutMark(readStandardInput(standardInputName, shell))));
			}
		}
		var sources = new ArrayList<>(reader.standardInput);
		for (var file : reader.files.entrySet()) {
			sources.add(new SourceFile(file.getValue(), TextFile.withoutMark(TextFile.read(file.getKey(), file.getValue()))));
		}
		return sources;
	}

	/**
	 * Finds the files that the arguments name, without reading them: real paths to the names they were given, in the order in which
	 * they would be read.
	 *
	 * @throws UnusableException if an argument names nothing
	 */
	static Map<Path, String> find(List<String> arguments, Shell shell) throws IOException {
		var reader = new SourceReader(shell);
		for (var argument : arguments) {
			reader.add(argument);
		}
		return reader.files;
	}

	/** Whether an argument stands for standard input. */
	static boolean isStandardInput(String argument) {
		return argument.equals(STANDARD_INPUT);
	}

	/** The text from standard input with its byte order mark, if it has one. */
	static String readStandardInput(String name, Shell shell) throws IOException {
		return TextFile.read(shell.in(), name);
	}

	private void add(String argument) throws IOException {
		var path = shell.locate(argument);
		if (Files.isDirectory(path)) {
			addFolder(path, withSlashes(argument));
		} else if (Files.exists(path)) {
			addFile(path, withSlashes(argument));
		} else if (argument.matches(".*[*?\\[{].*")) {
			addPattern(withSlashes(argument));
		} else {
			throw new UnusableException(argument + ": no such file or folder");
		}
	}

	private void addFile(Path path, String name) throws IOException {
		files.putIfAbsent(path.toRealPath(), name);
	}

	private void addFolder(Path folder, String name) throws IOException {
		if (!walk(folder, inFolder(name), file -> file.endsWith(SUFFIX))) {
			throw new UnusableException("%s: no %s file in this folder or below".formatted(name, SUFFIX));
		}
	}

	/** Walks from the last folder before the first wildcard. */
	private void addPattern(String pattern) throws IOException {
		var fixed = pattern.substring(0, pattern.replaceFirst("[*?\\[{].*", "").lastIndexOf('/') + 1);
		var folder = shell.locate(fixed);
		var matchers = matchers(pattern);
		if (!Files.isDirectory(folder)
				|| !walk(folder, fixed, name -> matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(name))))) {
			throw new UnusableException(pattern + ": no file matches");
		}
	}

	/** In shells a folder pattern of two stars also stands for no folder at all; to Java it means at least one. */
	private List<PathMatcher> matchers(String pattern) {
		var fileSystem = shell.folder().getFileSystem();
		try {
			return List.of(fileSystem.getPathMatcher("glob:" + pattern),
					fileSystem.getPathMatcher("glob:" + pattern.replace("**/", "")));
		} catch (PatternSyntaxException wrong) {
			throw new UnusableException("%s: not a pattern: %s".formatted(pattern, wrong.getDescription()));
		}
	}

	/** Adds the files below a folder that are wanted, by name; hidden folders and links to folders are passed over. */
	private boolean walk(Path folder, String prefix, Predicate<String> wanted) throws IOException {
		var found = false;
		for (var entry : sortedEntries(folder)) {
			var name = prefix + entry.getFileName();
			if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
				found |= !entry.getFileName().toString().startsWith(".") && walk(entry, name + "/", wanted);
			} else if (wanted.test(name) && Files.isRegularFile(entry)) {
				addFile(entry, name);
				found = true;
			}
		}
		return found;
	}

	/** What a folder holds, by name. */
	static List<Path> sortedEntries(Path folder) throws IOException {
		var entries = new ArrayList<Path>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			stream.forEach(entries::add);
		}
		entries.sort(null);
		return entries;
	}

	private static String inFolder(String name) {
		return name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
	}

	private static String withSlashes(String name) {
		return name.replace(File.separatorChar, '/');
	}
}
