package org.vcdsl.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.Severity;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.report.FindingsJson;
import org.vcdsl.report.FindingsText;

import picocli.CommandLine.Option;

/** How findings are printed. */
final class Report {

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = {
			"text: one line a finding, 'file:line:column: severity ID message', on a terminal with the line it is about;",
			"json: for programs. Default: text." })
	private Format format;

	/** Prints findings as results, and beside them what they sum up to; answers the exit code. */
	int print(List<Finding> found, Severity failOn, List<SourceFile> sources, Shell shell) {
		var findings = found.stream().sorted(Finding.READING_ORDER).distinct().toList();
		shell.out().print(switch (format) {
			case JSON -> FindingsJson.print(findings, edits(findings, sources));
			case TEXT -> shell.isTerminal() ? FindingsText.printQuoting(findings, sources.stream()
					.collect(Collectors.toMap(SourceFile::name, SourceFile::text, (first, second) -> first)))
					: FindingsText.print(findings);
		});
		shell.say(FindingsText.summary(findings));
		return findings.stream().anyMatch(finding -> finding.accepted().isEmpty() && finding.severity().compareTo(failOn) >= 0)
				? Vcd.FINDINGS
				: Vcd.OK;
	}

	/** Parses anew when there is something to fix: until then, nobody has to keep what was parsed. */
	private static Function<Fix, List<TextEdit>> edits(List<Finding> findings, List<SourceFile> sources) {
		return findings.stream().allMatch(finding -> finding.fixes().isEmpty()) ? fix -> List.of()
				: SourceSet.parse(sources)::edits;
	}
}
