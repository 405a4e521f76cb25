package org.vcdsl.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.vcdsl.companion.Configurations;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.report.PackageFindings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vcd check}: what is wrong or risky. */
@Command(name = "check", header = "Tells what is wrong or risky in topologies.", footer = { "", "Examples:",
		"  vcd check examples/cellar",
		"  vcd check --format json --fail-on error dc1.vcd standards/",
		"  vcd check --disable VCD300 --severity VCD302=error dc1.vcd",
		"  git show HEAD:dc1.vcd | vcd check --stdin-name dc1.vcd - standards/",
		"  vcd check --fix dc1.vcd                mends what can be mended in one way only",
		"  vcd check --write-baseline old.json .  records what there is; from then on --baseline old.json tells what is new", "",
		"A file vcd.yaml holds for the files in its folder and below; the nearest one counts, and the command line wins. Its keys:",
		"severity, disable, fail-on, path and baseline, as the options of these names; docs/ci.md shows one.", "",
		"Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 the command or a file could not be used." })
final class CheckCommand implements Callable<Integer> {

	private final Shell shell;

	@Mixin
	private Inputs inputs;

	@Mixin
	private Judgement judgement;

	@Mixin
	private Report report;

	@Mixin
	private Baselines baselines;

	@Mixin
	private HelpOption help;

	@Option(names = "--fail-on", paramLabel = "LEVEL", completionCandidates = CompletionCommand.Levels.class, description = {
			"Exit with 1 if there are findings of this severity or above: error, warning or info. Accepted findings never count.",
			"Default: warning." })
	private Severity failOn;

	@Option(names = "--fix", description = {
			"First change the files: slips are mended, needs get their number, acceptances of nothing go. A change is made only if it",
			"settles its finding and brings none as bad; one that leaves you a choice is not made. Lists on standard error what it did." })
	private boolean isFixing;

	CheckCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		baselines.requireOne();
		var read = inputs.read(shell);
		return isFixing ? fix(read) : report(judgement.check(judgement.pipeline(shell), read), read);
	}

	private int fix(Inputs.Read read) throws IOException {
		inputs.requireFiles("--fix");
		var pipeline = judgement.pipeline(shell);
		var mending = Mending.of(read.sources(), parsed -> judgement.check(pipeline, parsed, read.companions()));
		mending.write(shell);
		return report(mending.verdicts(), new Inputs.Read(mending.sources(), read.companions()));
	}

	private int report(List<Checked> checked, Inputs.Read read) throws IOException {
		if (checked.isEmpty()) {
			shell.say("no package here has a site or a workload, so there is nothing to judge but the text itself");
		}
		var hidden = checked.stream().allMatch(verdict -> verdict.topology().isPresent()) ? hidden(checked, read) : unjudged();
		return report.print(checked.stream().map(verdict -> found(verdict, hidden)).toList(), hidden.size(),
				finding -> finding.severity().compareTo(failOn(finding, read.configurations())) >= 0, read.sources(), shell);
	}

	private Set<Finding> hidden(List<Checked> checked, Inputs.Read read) throws IOException {
		var findings = PackageFindings.flat(checked.stream().map(verdict -> found(verdict, Set.of())).toList());
		if (baselines.isWritten()) {
			baselines.write(findings, shell);
		}
		return baselines.hidden(findings, read.configurations(),
				(rule, file) -> judgement.isAsked(rule, read.configurations().of(file)), shell);
	}

	/** Where errors leave no topology no risk was looked for, so nothing can be compared with what was found earlier. */
	private Set<Finding> unjudged() {
		if (baselines.isWritten()) {
			shell.say("no baseline is written while errors keep the text from being understood");
		}
		return Set.of();
	}

	private static PackageFindings found(Checked verdict, Set<Finding> hidden) {
		return new PackageFindings(verdict.name(), verdict.findings().stream().filter(finding -> !hidden.contains(finding)).toList());
	}

	private Severity failOn(Finding finding, Configurations configurations) {
		return Optional.ofNullable(failOn).or(configurations.of(finding.source().file())::failOn).orElse(Severity.WARNING);
	}
}
