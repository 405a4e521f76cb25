package org.vcdsl.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;
import org.vcdsl.companion.CompanionReader;
import org.vcdsl.companion.UnusableException;
import org.vcdsl.companion.Weights;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.vcd.VcdFile;
import org.vcdsl.vcd.VcdPackage;

/**
 * Reports to Xtext what the pipeline finds in a file, together with all files loaded beside it and what is read along with them. Errors of
 * the text itself are left to Xtext, which reports them anyway; accepted findings are silent.
 */
public class VcdValidator extends AbstractVcdValidator {

	/** The code of the issue that a file beside the sources cannot be read. */
	public static final String UNREADABLE_COMPANION = "unreadable-companion";

	private final CompanionReader companions = new CompanionReader();

	/** Judges the topology that the file is part of. */
	@Check(CheckType.NORMAL)
	public void judge(VcdFile file) {
		var sources = SourceSet.around(file.eResource());
		if (sources.hasTextErrors()) {
			return;
		}
		try {
			var here = sources.nameOf(file.eResource());
			var packages = sources.packages();
			for (var checked : companions.read(sources).check(Pipeline.judging(LocalDate.now()), sources, Weights.NONE)) {
				open(checked).stream().filter(finding -> finding.source().file().equals(here)).forEach(finding -> report(finding, file));
				if (isFirstOf(checked.name(), here, packages)) {
					open(checked).stream().filter(finding -> !packages.containsKey(finding.source().file()))
							.forEach(finding -> reportAtPackage(finding, file));
				}
			}
		} catch (UnusableException unreadable) {
			error(unreadable.getMessage(), file, VcdPackage.Literals.VCD_FILE__NAME, UNREADABLE_COMPANION);
		}
	}

	private static List<Finding> open(Checked checked) {
		return checked.findings().stream().filter(finding -> finding.accepted().isEmpty()).toList();
	}

	private static boolean isFirstOf(String packageName, String file, Map<String, String> packages) {
		return packages.entrySet().stream().filter(declared -> declared.getValue().equals(packageName)).findFirst()
				.filter(first -> first.getKey().equals(file)).isPresent();
	}

	/** What stands in a file that Xtext does not know, as a placement file, is said once: where the package begins. */
	private void reportAtPackage(Finding finding, VcdFile file) {
		var message = "%s:%s:%s: %s".formatted(finding.source().file(), finding.source().line(), finding.source().column(), message(finding));
		var name = VcdPackage.Literals.VCD_FILE__NAME;
		switch (finding.severity()) {
			case ERROR -> error(message, file, name, finding.ruleId());
			case WARNING -> warning(message, file, name, finding.ruleId());
			case INFO -> info(message, file, name, finding.ruleId());
		}
	}

	private void report(Finding finding, VcdFile file) {
		var offset = finding.source().offset();
		var length = finding.source().length();
		switch (finding.severity()) {
			case ERROR -> getMessageAcceptor().acceptError(message(finding), file, offset, length, finding.ruleId());
			case WARNING -> getMessageAcceptor().acceptWarning(message(finding), file, offset, length, finding.ruleId());
			case INFO -> getMessageAcceptor().acceptInfo(message(finding), file, offset, length, finding.ruleId());
		}
	}

	private static String message(Finding finding) {
		return "%s (%s)".formatted(finding.message(), finding.ruleId());
	}
}
