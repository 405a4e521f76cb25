package org.vcdsl.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.finding.TextEdit;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.report.FindingsJUnit;
import org.vcdsl.report.FindingsJson;
import org.vcdsl.report.FindingsSarif;
import org.vcdsl.report.FindingsText;
import org.vcdsl.report.PackageFindings;

import picocli.CommandLine.Option;

/** How findings are printed. */
final class Report {

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			completionCandidates = CompletionCommand.Formats.class, description = {
			"text: one line a finding, 'file:line:column: severity ID message', on a terminal with the line it is about;",
			"json: for programs; sarif: SARIF 2.1.0, for code hosts; junit: a test report, for CI servers. Default: text." })
	private Format format;

	/**
	 * Prints findings as results, and beside them what they sum up to; answers the exit code.
	 *
	 * @param fails whether a finding fails the command, if nobody accepted it
	 */
	int print(List<PackageFindings> found, Predicate<Finding> fails, List<SourceFile> sources, Shell shell) {
		return print(found, 0, fails, sources, shell);
	}

	/**
	 * Prints findings as results, and beside them what they sum up to; answers the exit code.
	 *
	 * @param hidden how many more there are that a baseline hides
	 * @param fails whether a finding fails the command, if nobody accepted it
	 */
	int print(List<PackageFindings> found, int hidden, Predicate<Finding> fails, List<SourceFile> sources, Shell shell) {
		var findings = PackageFindings.flat(found);
		shell.out().print(switch (format) {
			case JSON -> FindingsJson.print(findings, edits(findings, sources));
			case SARIF -> FindingsSarif.print(findings, edits(findings, sources), Vcd.Version.ofThis());
			case JUNIT -> FindingsJUnit.print(found, fails);
			case TEXT -> shell.isTerminal() ? FindingsText.printQuoting(findings, sources.stream()
					.collect(Collectors.toMap(SourceFile::name, SourceFile::text, (first, second) -> first)))
					: FindingsText.print(findings);
		});
		shell.say(FindingsText.summary(findings) + (hidden == 0 ? "" : "; %s hidden by a baseline".formatted(hidden)));
		return findings.stream().anyMatch(finding -> finding.accepted().isEmpty() && fails.test(finding)) ? Vcd.FINDINGS : Vcd.OK;
	}

	/** Parses anew when there is something to fix: until then, nobody has to keep what was parsed. */
	private static Function<Fix, List<TextEdit>> edits(List<Finding> findings, List<SourceFile> sources) {
		return findings.stream().allMatch(finding -> finding.fixes().isEmpty()) ? fix -> List.of()
				: SourceSet.parse(sources)::edits;
	}
}
