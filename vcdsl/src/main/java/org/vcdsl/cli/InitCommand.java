package org.vcdsl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.concurrent.Callable;

import org.vcdsl.companion.FileReplacement;
import org.vcdsl.companion.UnusableException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vcd init}: a first file to start from. */
@Command(name = "init", header = "Writes a first file, with comments that teach the language.", footer = { "", "Examples:",
		"  vcd init                               writes datacentre.vcd",
		"  vcd init plans/dc1.vcd",
		"  vcd init - | less                      shows it and writes nothing", "",
		"A file that is there already is never replaced.", "",
		"Exit codes: 0 written; 2 the file is there already or cannot be written." })
final class InitCommand implements Callable<Integer> {

	private static final String TEMPLATE = "first.vcd";
	private static final String STANDARD_OUTPUT = "-";
	private static final String EXTENSION = ".vcd";

	private final Shell shell;

	@Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "datacentre.vcd",
			description = "The file to write, or '-' for standard output. Default: datacentre.vcd.")
	private String file;

	@Mixin
	private HelpOption help;

	InitCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		if (file.equals(STANDARD_OUTPUT)) {
			shell.out().print(template());
			return Vcd.OK;
		}
		if (!file.endsWith(EXTENSION)) {
			throw new UnusableException("'%s' does not end with %s, so that no command would find it in a folder".formatted(file, EXTENSION));
		}
		create();
		sayWhatIsNext();
		return Vcd.OK;
	}

	/** Written beside its place and moved there, so that the whole file appears at once; never over another. */
	private void create() throws IOException {
		var path = shell.locate(file);
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			throw isThereAlready();
		}
		Files.createDirectories(path.toAbsolutePath().getParent());
		try {
			FileReplacement.create(path, template());
		} catch (FileAlreadyExistsException madeMeanwhile) {
			throw isThereAlready();
		}
	}

	private UnusableException isThereAlready() {
		return new UnusableException("%s is there already, and stays as it is. Give another name, or '-' to see what would be in it"
				.formatted(file));
	}

	private void sayWhatIsNext() {
		shell.say("%s is written; read it, then".formatted(file));
		shell.err().println("  vcd check %s    tells what is wrong or risky in it".formatted(Outputs.quoted(file)));
		shell.err().println("  vcd plan %s     plans how to deploy it".formatted(Outputs.quoted(file)));
	}

	private static String template() {
		try (var text = InitCommand.class.getResourceAsStream(TEMPLATE)) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException broken) {
			throw new UncheckedIOException("The first file cannot be read", broken);
		}
	}
}
