package org.vcdsl.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Severity;
import org.vcdsl.rule.Rule;
import org.vcdsl.rule.RuleCatalogue;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vcd completion}: what a shell needs to complete words of {@code vcd}. */
@Command(name = "completion", header = "Prints what a shell needs to complete commands, options and their values.", footer = { "",
		"Examples:",
		"  vcd completion bash >~/.local/share/bash-completion/completions/vcd",
		"  source <(vcd completion zsh)", "",
		"There is none for fish: the library that makes these knows bash and zsh." })
final class CompletionCommand implements Callable<Integer> {

	private final Shell shell;

	@Spec
	private CommandSpec command;

	@Parameters(paramLabel = "SHELL", completionCandidates = Shells.class, description = "bash or zsh.")
	private String kind;

	@Mixin
	private HelpOption help;

	CompletionCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() {
		if (!Shells.NAMES.contains(kind)) {
			throw new UnusableException("there is no completion for '%s', only for %s".formatted(kind, String.join(" and ", Shells.NAMES)));
		}
		shell.out().print(AutoComplete.bash("vcd", command.root().commandLine()).replace(System.lineSeparator(), "\n"));
		return Vcd.OK;
	}

	/** Shells whose words can be completed; one script serves both. */
	static final class Shells extends Words {

		private static final List<String> NAMES = List.of("bash", "zsh");

		@Override
		Stream<String> words() {
			return NAMES.stream();
		}
	}

	/** Severities as they are written. */
	static final class Levels extends Words {

		@Override
		Stream<String> words() {
			return Stream.of(Severity.values()).map(Severity::label);
		}
	}

	/** Formats as they are written. */
	static final class Formats extends Words {

		@Override
		Stream<String> words() {
			return Stream.of(Format.values()).map(format -> format.name().toLowerCase(Locale.ROOT));
		}
	}

	/** Ids of rules; these are loaded only when somebody asks. */
	static final class Rules extends Words {

		@Override
		Stream<String> words() {
			return RuleCatalogue.all().stream().map(Rule::id);
		}
	}

	/** Words of which one can stand somewhere. */
	abstract static class Words implements Iterable<String> {

		abstract Stream<String> words();

		@Override
		public Iterator<String> iterator() {
			return words().iterator();
		}
	}
}
