package org.vcdsl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.vcdsl.companion.Companions;
import org.vcdsl.companion.Configurations;
import org.vcdsl.companion.PlacementFiles;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.SourceFile;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files are read. */
final class Inputs {

	/** Reading less than this many characters is over before anybody wonders. */
	private static final int MUCH = 1_000_000;

	@Parameters(arity = "1..*", paramLabel = "FILES", description = {
			"Files; folders, for all .vcd files in them and below; patterns such as 'dc*/**/*.vcd'; or '-' for standard input.",
			"Files of one package see each other. Packages they import are looked up among them, in their folders, and in the",
			"folders of --path." })
	private List<String> arguments;

	@Option(names = "--stdin-name", paramLabel = "NAME", defaultValue = "<stdin>",
			description = "What findings call standard input.")
	private String standardInputName;

	@Option(names = "--path", paramLabel = "FOLDER", split = ",", description = {
			"Folders in which imported packages are looked up, too, with all below them. What is found there is not reported on." })
	private List<String> path = new ArrayList<>();

	/**
	 * What was read.
	 *
	 * @param sources the files that are judged, then those that they import
	 * @param companions of those that are judged
	 */
	record Read(List<SourceFile> sources, Companions companions) {

		/** Of the files that are judged. */
		Configurations configurations() {
			return companions.configurations();
		}
	}

	Read read(Shell shell) throws IOException {
		return read(arguments, standardInputName, path, shell);
	}

	/** What some arguments name, with what it imports. */
	static Read read(List<String> arguments, String standardInputName, List<String> path, Shell shell) throws IOException {
		var sources = new ArrayList<>(SourceReader.read(arguments, standardInputName, shell));
		var configurations = Configurations.of(sources.stream().map(SourceFile::name).toList(), shell.base());
		var folders = Stream.concat(path.stream(), configurations.path().stream()).distinct().toList();
		sources.addAll(new ImportedFiles(shell, sources, folders).find());
		var characters = sources.stream().mapToLong(source -> source.text().length()).sum();
		if (shell.isTerminal() && characters > MUCH) {
			shell.say("reading %s million characters in %s files ...".formatted(characters / MUCH, sources.size()));
		}
		return new Read(List.copyOf(sources), new Companions(configurations, PlacementFiles.beside(sources, shell.base()).read()));
	}

	/** Refuses standard input where files are to be changed. */
	void requireFiles(String option) {
		if (arguments.stream().anyMatch(SourceReader::isStandardInput)) {
			throw new UnusableException("%s changes files: name them, standard input is none".formatted(option));
		}
	}
}
