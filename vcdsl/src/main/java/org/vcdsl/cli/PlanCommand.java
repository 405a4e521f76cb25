package org.vcdsl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.vcdsl.pipeline.writer.ArtifactWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vcd plan}: what to do to deploy a topology, with all artefacts. */
@Command(name = "plan", header = "Plans the deployment of topologies.", description = {
		"Writes for each topology plan.md for people, plan.json for programs, and the artefacts that", "the tools of its hosts take.",
		"" }, footer = { "", "Examples:", "  vcd plan examples/cellar               writes vcd-out/shop.cellar/...",
				"  vcd plan --output build/dc1 dc1.vcd standards/",
				"  vcd plan --save-placement dc1.vcd      what stands somewhere stays there from now on", "",
				"The folder of a topology always holds what the last run made of it: files are replaced when",
				"their content changed, and files of an earlier run that are no longer made are removed unless",
				"you have changed them. Whenever the command is cut short, the folder is the old one or the new",
				"one as a whole; on Windows, and where the file system cannot exchange folders, each file is.",
				"Steps that a finding forbids are in the plan, but blocked: the playbook refuses to start until",
				"that is mended.", "",
				"Exit codes: 0 planned; 1 planned, but with findings at or above --fail-on, or errors left",
				"nothing to plan; 2 the command or a file could not be used." })
final class PlanCommand implements Callable<Integer> {

	private final Shell shell;

	@Mixin
	private Inputs inputs;

	@Mixin
	private Judgement judgement;

	@Mixin
	private Report report;

	@Mixin
	private Outputs outputs;

	@Option(names = "--save-placement", description = {
			"Also keep where workloads stand, in PACKAGE.placement.json beside the sources: 'vcd' then leaves them there as long as",
			"the text lets them. This is the one file that is written outside of --output." })
	private boolean isKeepingPlacement;

	@Mixin
	private HelpOption help;

	PlanCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		if (isKeepingPlacement) {
			inputs.requireFiles("--save-placement");
		}
		return outputs.write(judgement.pipeline(shell), inputs, judgement, report, ArtifactWriter::writePlan, isKeepingPlacement, shell);
	}
}
