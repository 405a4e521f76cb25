package org.vcdsl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.vcdsl.companion.PlacementFiles;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.Planned;
import org.vcdsl.pipeline.writer.ArtifactWriter;
import org.vcdsl.pipeline.writer.ArtifactWriter.Written;
import org.vcdsl.report.PackageFindings;

import picocli.CommandLine.Option;

/** Where plans and artefacts go, and what stands against them. */
final class Outputs {

	private static final String PLAYBOOK = "ansible/playbook.yaml";

	@Option(names = "--output", paramLabel = "FOLDER", defaultValue = "vcd-out", description = {
			"Write below this folder, into one folder for each topology. Default: ./vcd-out." })
	private String output;

	@Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "error",
			completionCandidates = CompletionCommand.Levels.class, description = {
			"Exit with 1 if there are findings of this severity or above: error, warning or info. Accepted findings never count.",
			"Files are written all the same. Default: error." })
	private Severity failOn;

	/** Which files of a plan are written. */
	@FunctionalInterface
	interface Writing {

		Written write(ArtifactWriter writer, Planned planned) throws IOException;
	}

	/**
	 * Plans all topologies before the first file is written, prints what was found, and answers the exit code.
	 *
	 * @param isKeeping whether placements are kept beside the sources, after all else is written
	 */
	int write(Pipeline pipeline, Inputs inputs, Judgement judgement, Report report, Writing writing, boolean isKeeping, Shell shell)
			throws IOException {
		var read = inputs.read(shell);
		var checked = judgement.check(pipeline, read);
		if (checked.isEmpty()) {
			throw new UnusableException("no package here has a site or a workload, so there is nothing to plan");
		}
		var found = new ArrayList<PackageFindings>();
		var planned = new ArrayList<Planned>();
		checked.forEach(verdict -> judgement.plan(pipeline, verdict, read.companions()).ifPresentOrElse(plan -> {
			planned.add(plan);
			found.add(new PackageFindings(verdict.name(), plan.findings()));
		}, () -> found.add(new PackageFindings(verdict.name(), verdict.findings()))));
		var exit = report.print(found, finding -> finding.severity().compareTo(failOn) >= 0, read.sources(), shell);
		for (var plan : planned) {
			sayWhatWasWritten(writing.write(new ArtifactWriter(shell.locate(output)), plan), plan, shell);
		}
		if (isKeeping) {
			var placements = PlacementFiles.beside(read.sources(), shell.base());
			for (var plan : planned) {
				placements.save(plan.topology()).messages().forEach(shell::say);
			}
		}
		if (planned.size() < checked.size()) {
			shell.say("nothing is planned where errors leave no topology; what an earlier run wrote is still there");
			return Vcd.FINDINGS;
		}
		return exit;
	}

	private static void sayWhatWasWritten(Written written, Planned planned, Shell shell) {
		var folder = shell.nameOf(written.folder());
		var count = written.files().size();
		shell.say("%s %s in %s, %s new or changed".formatted(count, count == 1 ? "file" : "files", folder, written.changed().size())
				+ (written.removed().isEmpty() ? "" : "; %s removed".formatted(written.removed().size())));
		sayAbout(written.overwritten(), "had changes of yours, which are overwritten", folder, shell);
		sayAbout(written.kept(), "is no longer made, but stays, as you have changed it", folder, shell);
		var blocked = planned.plan().blocked().size();
		if (blocked > 0) {
			shell.say("%s of %s steps are blocked by findings: mend these and plan again".formatted(blocked,
					planned.plan().steps().size()));
		} else if (written.files().contains(PLAYBOOK)) {
			shell.say("to deploy, fill in a copy of %s/ansible/variables.example.yaml as variables.yaml, then run".formatted(folder));
			shell.err().println("  ansible-playbook -i %1$s/ansible/inventory.yaml -e @variables.yaml %1$s/%2$s".formatted(
					quoted(folder), PLAYBOOK));
		}
	}

	private static void sayAbout(List<String> files, String what, String folder, Shell shell) {
		files.forEach(file -> shell.say("%s/%s %s".formatted(folder, file, what)));
	}

	/** As a shell takes it for one word. */
	static String quoted(String path) {
		return path.matches("[\\w./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
	}
}
