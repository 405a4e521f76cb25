package org.vcdsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.vcdsl.companion.FileTrouble;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Severity;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code vcd} command with its subcommands: runs one and answers its exit code, whatever happens. */
@Command(name = "vcd", versionProvider = Vcd.Version.class, synopsisSubcommandLabel = "COMMAND", description = {
		"Judges datacentre topologies of virtual machines and containers written in .vcd files, and plans their deployment.", "" },
		footer = { "", "Examples:", "  vcd init                               writes a first file to start from",
				"  vcd check examples/cellar              what is wrong or risky in it",
				"  vcd plan examples/cellar               a deployment plan, below vcd-out",
				"  vcd explain VCD301                     what a rule is about",
				"  vcd why web --in examples/cellar       which kernel a workload gets, and what follows", "",
				"'vcd help COMMAND' tells more of a command.", "",
				"Exit codes: 0 nothing that fails; 1 findings that do; 2 the command or a file could not be used." })
final class Vcd implements Callable<Integer> {

	static final int OK = 0;
	static final int FINDINGS = 1;
	static final int UNUSABLE = 2;

	private static final int USAGE_WIDTH = 100;

	private final Shell shell;
	private final CommandLine commandLine;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version.")
	private boolean version;

	Vcd(Shell shell) {
		this.shell = shell;
		commandLine = new CommandLine(this)
				.addSubcommand(new InitCommand(shell))
				.addSubcommand(new CheckCommand(shell))
				.addSubcommand(new PlanCommand(shell))
				.addSubcommand(new GenerateCommand(shell))
				.addSubcommand(new ExplainCommand(shell))
				.addSubcommand(new WhyCommand(shell))
				.addSubcommand(new FormatCommand(shell))
				.addSubcommand(new CompletionCommand(shell))
				.addSubcommand(new HelpCommand())
				.registerConverter(Severity.class, text -> oneOf(Severity.values(), text))
				.registerConverter(Format.class, text -> oneOf(Format.values(), text))
				.registerConverter(LocalDate.class, Vcd::day)
				.setOut(new PrintWriter(shell.out(), true))
				.setErr(new PrintWriter(shell.err(), true))
				.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
				.setUsageHelpWidth(USAGE_WIDTH)
				.setExpandAtFiles(false)
				.setParameterExceptionHandler((wrong, arguments) -> sayHowItIsUsed(wrong))
				.setExecutionExceptionHandler((exception, command, parsed) -> sayWhatFailed(exception));
	}

	int run(String... arguments) {
		try {
			return commandLine.execute(arguments);
		} catch (OutOfMemoryError error) {
			shell.say("out of memory. Give the JVM more, for instance by VCD_JAVA_OPTS=-Xmx4g");
		} catch (StackOverflowError error) {
			shell.say("the text is nested too deeply. Give the JVM a larger stack, for instance by VCD_JAVA_OPTS=-Xss16m");
		} catch (Error error) {
			sayInternalError(error);
		}
		return UNUSABLE;
	}

	/** Without a command there is nothing to do. */
	@Override
	public Integer call() {
		commandLine.usage(shell.err());
		return UNUSABLE;
	}

	private int sayHowItIsUsed(ParameterException wrong) {
		shell.say(Printable.onOneLine(wrong.getMessage()));
		UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(shell.err(), true));
		var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
		shell.err().println("'" + command + " --help' shows how it is used.");
		return UNUSABLE;
	}

	private int sayWhatFailed(Exception exception) {
		switch (exception) {
			case UnusableException unusable -> shell.say(Printable.onOneLine(unusable.getMessage()));
			case InvalidPathException name -> shell.say(Printable.onOneLine("'%s' cannot be the name of a file".formatted(name.getInput())));
			case IOException io -> shell.say(Printable.onOneLine(FileTrouble.describe(io, shell::nameOf)));
			case UncheckedIOException io -> shell.say(Printable.onOneLine(FileTrouble.describe(io.getCause(), shell::nameOf)));
			default -> sayInternalError(exception);
		}
		return UNUSABLE;
	}

	private void sayInternalError(Throwable cause) {
		shell.say(Printable.onOneLine("internal error (%s); please report it, with what VCD_DEBUG=1 shows".formatted(cause)));
		if (shell.isDebugging()) {
			cause.printStackTrace(shell.err());
		}
	}

	private static <E extends Enum<E>> E oneOf(E[] values, String text) {
		return Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(text)).findFirst()
				.orElseThrow(() -> new TypeConversionException("'%s' is none of %s".formatted(text, Arrays.stream(values)
						.map(value -> value.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(", ")))));
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		} catch (DateTimeParseException exception) {
			throw new TypeConversionException("'%s' is no day such as 2026-01-15".formatted(text));
		}
	}

	/** The version in the manifest of the jar; there is none when run from class files. */
	static final class Version implements IVersionProvider {

		static Optional<String> ofThis() {
			return Optional.ofNullable(Vcd.class.getPackage().getImplementationVersion());
		}

		@Override
		public String[] getVersion() {
			return new String[] { "vcd " + ofThis().orElse("(not released)") };
		}
	}
}
