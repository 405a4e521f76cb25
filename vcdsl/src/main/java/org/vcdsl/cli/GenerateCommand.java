package org.vcdsl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.vcdsl.companion.UnusableException;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.writer.ArtifactWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vcd generate}: artefacts without the plan they belong to. */
@Command(name = "generate", header = "Generates the artefacts of topologies, without their plans.", footer = { "", "Examples:",
		"  vcd generate --backend compose --output build/compose examples/cellar",
		"  vcd generate dc1.vcd standards/", "",
		"The folder of a topology always holds what the last run made of it: a plan in it, or artefacts",
		"of other backends, are removed. Give another --output to keep them. Whenever the command is cut",
		"short, the folder is the old one or the new one as a whole; on Windows, and where the file",
		"system cannot exchange folders, each file is.", "",
		"Exit codes: 0 generated; 1 generated, but with findings at or above --fail-on, or errors left",
		"nothing to generate; 2 the command or a file could not be used." })
final class GenerateCommand implements Callable<Integer> {

	private final Shell shell;

	@Mixin
	private Inputs inputs;

	@Mixin
	private Judgement judgement;

	@Mixin
	private Report report;

	@Mixin
	private Outputs outputs;

	@Mixin
	private HelpOption help;

	@Option(names = "--backend", paramLabel = "ID",
			description = "Generate for one tool only: libvirt, cloud-init, compose, lxc, kubernetes or ansible. Default: all.")
	private String backend;

	GenerateCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		return outputs.write(pipeline(), inputs, judgement, report, ArtifactWriter::writeArtifacts, false, shell);
	}

	private Pipeline pipeline() {
		var pipeline = judgement.pipeline(shell);
		if (backend == null) {
			return pipeline;
		}
		if (!pipeline.backendIds().contains(backend)) {
			throw new UnusableException(
					"there is no backend '%s'. There are: %s".formatted(backend, String.join(", ", pipeline.backendIds())));
		}
		return pipeline.withBackend(backend);
	}
}
