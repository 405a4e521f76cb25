package org.vcdsl.cli;

import java.util.concurrent.Callable;

import org.vcdsl.companion.RuleIds;
import org.vcdsl.report.RuleText;
import org.vcdsl.rule.RuleCatalogue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vcd explain}: what rules are about. */
@Command(name = "explain", header = "Tells what a rule is about and what to do about its findings, or lists all rules.",
		footer = { "", "Examples:", "  vcd explain", "  vcd explain VCD301", "  vcd explain single-point-of-failure" })
final class ExplainCommand implements Callable<Integer> {

	private final Shell shell;

	@Parameters(arity = "0..1", paramLabel = "ID", completionCandidates = CompletionCommand.Rules.class,
			description = "Id or name of a rule.")
	private String rule;

	@Mixin
	private HelpOption help;

	ExplainCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() {
		shell.out().print(rule == null ? RuleText.list(RuleCatalogue.all()) : RuleText.explain(RuleIds.byIdOrName(rule)));
		return Vcd.OK;
	}
}
