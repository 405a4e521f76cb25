package org.vcdsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.vcdsl.companion.FileReplacement;
import org.vcdsl.companion.FileTrouble;
import org.vcdsl.companion.TextFile;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.TextLayout;
import org.vcdsl.report.FindingsText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vcd format}: files as they should look. */
@Command(name = "format", header = "Formats files in place: indentation, blanks, aligned columns, nothing else.", footer = { "",
		"Lines end where you ended them, columns that you lined up stay lined up, comments stay where they",
		"are; one blank line between items is kept. Two blanks stand between two keys of a line, one between",
		"a key and its value, and two more in front of what is one brace deeper.", "", "Examples:",
		"  vcd format examples/cellar             prints the names of the files that it changed",
		"  vcd format --check .                   prints those that it would change: for CI",
		"  vcd format - <dc1.vcd >new.vcd         for editors that format through a pipe", "",
		"A file is replaced at once or not at all, and only if it changes; its line ends and its byte order",
		"mark stay. A file that cannot be parsed is left alone.", "",
		"Exit codes: 0 all is formatted; 1 with --check, some file is not; 2 the command or a file could not",
		"be used." })
final class FormatCommand implements Callable<Integer> {

	private final Shell shell;

	@Parameters(arity = "1..*", paramLabel = "FILES", description = {
			"Files; folders, for all .vcd files in them and below; patterns such as 'dc*/**/*.vcd'; or '-' alone, for standard input",
			"to standard output." })
	private List<String> arguments;

	@Option(names = "--check", description = "Change nothing; print the names of files that would change, and exit with 1 if there are any.")
	private boolean isCheck;

	@Option(names = "--stdin-name", paramLabel = "NAME", defaultValue = "<stdin>",
			description = "What messages call standard input.")
	private String standardInputName;

	@Mixin
	private HelpOption help;

	FormatCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		if (arguments.stream().noneMatch(SourceReader::isStandardInput)) {
			return formatFiles(SourceReader.find(arguments, shell));
		}
		if (arguments.size() > 1) {
			throw new UnusableException("'-' stands for standard input and output, so there can be no other file beside it");
		}
		return formatStandardInput();
	}

	private int formatStandardInput() throws IOException {
		var text = SourceReader.readStandardInput(standardInputName, shell);
		var formatted = formatted(standardInputName, text);
		if (formatted.isEmpty()) {
			return Vcd.UNUSABLE;
		}
		if (!isCheck) {
			shell.out().print(formatted.get());
		} else if (!formatted.get().equals(text)) {
			shell.out().println(standardInputName);
			return Vcd.FINDINGS;
		}
		return Vcd.OK;
	}

	private int formatFiles(Map<Path, String> files) {
		var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
		files.forEach((file, name) -> outcomes.merge(format(file, name), 1, Integer::sum));
		var changed = outcomes.getOrDefault(Outcome.CHANGED, 0);
		var unusable = outcomes.getOrDefault(Outcome.UNUSABLE, 0);
		shell.say(summary(changed, outcomes.getOrDefault(Outcome.SAME, 0), unusable));
		return unusable > 0 ? Vcd.UNUSABLE : isCheck && changed > 0 ? Vcd.FINDINGS : Vcd.OK;
	}

	private enum Outcome {
		CHANGED, SAME, UNUSABLE
	}

	/** One file that cannot be used does not keep the others from being formatted. */
	private Outcome format(Path file, String name) {
		try {
			var text = TextFile.read(file, name);
			var formatted = formatted(name, text);
			if (formatted.isEmpty()) {
				return Outcome.UNUSABLE;
			}
			if (formatted.get().equals(text)) {
				return Outcome.SAME;
			}
			if (!isCheck) {
				FileReplacement.replace(file, text, formatted.get());
			}
			shell.out().println(name);
			return Outcome.CHANGED;
		} catch (UnusableException unusable) {
			shell.say(Printable.onOneLine(unusable.getMessage()));
		} catch (IOException trouble) {
			shell.say(Printable.onOneLine(FileTrouble.describe(trouble, shell::nameOf)));
		}
		return Outcome.UNUSABLE;
	}

	/** The text as it should be; empty when it cannot be parsed, which is said. */
	private Optional<String> formatted(String name, String text) {
		var plain = TextFile.withoutMark(text);
		var laidOut = TextLayout.layOut(new SourceFile(name, plain));
		if (laidOut.errors().isEmpty()) {
			return Optional.of(text.substring(0, text.length() - plain.length()) + laidOut.text());
		}
		shell.out().flush();
		shell.err().print(FindingsText.print(laidOut.errors().stream().sorted(Finding.READING_ORDER).toList()));
		return Optional.empty();
	}

	private String summary(int changed, int same, int unusable) {
		var formatted = "%s %s".formatted(files(changed), isCheck ? "would change" : "changed");
		return formatted + ", %s as %s should be".formatted(same, same == 1 ? "it" : "they")
				+ (unusable == 0 ? "" : "; %s left alone, mend what is said above".formatted(files(unusable)));
	}

	private static String files(int count) {
		return count + (count == 1 ? " file" : " files");
	}
}
