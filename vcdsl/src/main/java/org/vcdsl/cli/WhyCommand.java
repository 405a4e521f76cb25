package org.vcdsl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Severity;
import org.vcdsl.messages.NearNames;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Why;
import org.vcdsl.topology.Topology;
import org.vcdsl.topology.VirtualMachine;
import org.vcdsl.topology.Workload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vcd why}: which kernel a workload gets, and what follows from it. */
@Command(name = "why", header = "Tells which kernel a workload gets, what was compared with it, and where else it could stand.", footer = {
		"", "Examples:", "  vcd why web --in examples/cellar", "  vcd why web beta --in examples/cellar", "  vcd why k8s.checkout --in examples/dc1",
		"", "Exit codes: 0 it runs, or nothing known says that it does not; 1 it does not run there; 2 the command or a file could not be used." })
final class WhyCommand implements Callable<Integer> {

	private final Shell shell;

	@Parameters(index = "0", paramLabel = "WORKLOAD", description = "Name of a workload, or of a group, whose first member is meant.")
	private String workloadName;

	@Parameters(index = "1", arity = "0..1", paramLabel = "HOST", description = {
			"Name of a host or virtual machine to ask about instead of the one it stands on." })
	private String hostName;

	@Option(names = "--in", arity = "1..*", paramLabel = "FILES", defaultValue = ".", description = {
			"Files, folders and patterns, as of 'vcd check'. Default: the current folder." })
	private List<String> files = new ArrayList<>();

	@Option(names = "--path", paramLabel = "FOLDER", split = ",", description = {
			"Folders in which imported packages are looked up, too, with all below them." })
	private List<String> path = new ArrayList<>();

	@Mixin
	private Judgement judgement;

	@Mixin
	private HelpOption help;

	WhyCommand(Shell shell) {
		this.shell = shell;
	}

	@Override
	public Integer call() throws IOException {
		var read = Inputs.read(files, "<stdin>", path, shell);
		var checked = judgement.check(judgement.pipeline(shell), read);
		var found = checked.stream().filter(verdict -> verdict.topology().flatMap(topology -> workload(topology)).isPresent()).toList();
		if (found.size() > 1) {
			throw new UnusableException("'%s' is a workload in several packages: %s. Name the files of one of them with --in".formatted(
					workloadName, String.join(", ", found.stream().map(Checked::name).toList())));
		}
		if (found.isEmpty()) {
			throw unknown(checked);
		}
		var topology = found.getFirst().topology().orElseThrow();
		var asked = Optional.ofNullable(hostName).map(name -> Why.platform(topology, name).orElseThrow(() -> unknownHost(topology)));
		var why = Why.of(found.getFirst(), workload(topology).orElseThrow(), asked);
		shell.out().print(why.text());
		return why.fails() ? Vcd.FINDINGS : Vcd.OK;
	}

	private Optional<Workload> workload(Topology topology) {
		return Optional.ofNullable(topology.workloads().get(workloadName)).or(() -> topology.workloads().values().stream()
				.filter(workload -> workload.declaration().equals(workloadName)).findFirst());
	}

	private UnusableException unknown(List<Checked> checked) {
		var errors = checked.stream().flatMap(verdict -> verdict.findings().stream())
				.filter(finding -> finding.severity() == Severity.ERROR).count();
		if (checked.stream().allMatch(verdict -> verdict.topology().isEmpty()) && errors > 0) {
			return new UnusableException("the text has errors, so nothing is known of '%s'. 'vcd check' shows them".formatted(workloadName));
		}
		return new UnusableException("there is no workload '%s'.%s".formatted(workloadName, didYouMean(workloadName, checked.stream()
				.flatMap(verdict -> verdict.topology().stream()).flatMap(topology -> topology.declarations().keySet().stream()))));
	}

	private UnusableException unknownHost(Topology topology) {
		return new UnusableException("there is no host or virtual machine '%s'.%s".formatted(hostName, didYouMean(hostName,
				Stream.concat(topology.hosts().keySet().stream(), topology.workloads().values().stream()
						.filter(VirtualMachine.class::isInstance).map(Workload::name)))));
	}

	private static String didYouMean(String name, Stream<String> names) {
		var near = NearNames.of(name, names);
		return near.isEmpty() ? "" : " Did you mean '%s'?".formatted(String.join("', '", near));
	}
}
