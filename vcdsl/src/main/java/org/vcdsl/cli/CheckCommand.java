package org.vcdsl.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.SourceFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vcd check}: what is wrong or risky. */
@Command(name = "check", header = "Tells what is wrong or risky in topologies.", footer = { "", "Examples:",
		"  vcd check examples/cellar",
		"  vcd check --format json --fail-on error dc1.vcd standards/",
		"  vcd check --disable VCD300 --severity VCD302=error dc1.vcd",
		"  git show HEAD:dc1.vcd | vcd check --stdin-name dc1.vcd - standards/",
		"  vcd check --fix dc1.vcd                mends what can be mended in one way only", "",
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
	private HelpOption help;

	@Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "warning", description = {
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
		var sources = inputs.read(shell);
		return isFixing ? fix(sources) : report(judgement.check(judgement.pipeline(shell), sources), sources);
	}

	private int fix(List<SourceFile> sources) throws IOException {
		inputs.requireFiles("--fix");
		var pipeline = judgement.pipeline(shell);
		var mending = Mending.of(sources, parsed -> judgement.check(pipeline, parsed));
		mending.write(shell);
		return report(mending.verdicts(), mending.sources());
	}

	private int report(List<Checked> checked, List<SourceFile> sources) {
		if (checked.isEmpty()) {
			shell.say("no package here has a site or a workload, so there is nothing to judge but the text itself");
		}
		return report.print(checked.stream().flatMap(verdict -> verdict.findings().stream()).toList(), failOn, sources, shell);
	}
}
