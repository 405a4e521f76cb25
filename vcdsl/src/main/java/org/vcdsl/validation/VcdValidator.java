package org.vcdsl.validation;

import java.time.LocalDate;

import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;
import org.vcdsl.finding.Finding;
import org.vcdsl.pipeline.Pipeline;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.vcd.VcdFile;

/**
 * Reports to Xtext what the pipeline finds in a file, together with all files loaded beside it. Errors of the text itself are left to
 * Xtext, which reports them anyway; accepted findings are silent.
 */
public class VcdValidator extends AbstractVcdValidator {

	/** Judges the topology that the file is part of. */
	@Check(CheckType.NORMAL)
	public void judge(VcdFile file) {
		var sources = SourceSet.around(file.eResource());
		if (sources.hasTextErrors()) {
			return;
		}
		var here = sources.nameOf(file.eResource());
		for (var checked : Pipeline.judging(LocalDate.now()).check(sources)) {
			checked.findings().stream()
					.filter(finding -> finding.accepted().isEmpty() && finding.source().file().equals(here))
					.forEach(finding -> report(finding, file));
		}
	}

	private void report(Finding finding, VcdFile file) {
		var message = "%s (%s)".formatted(finding.message(), finding.ruleId());
		var offset = finding.source().offset();
		var length = finding.source().length();
		switch (finding.severity()) {
			case ERROR -> getMessageAcceptor().acceptError(message, file, offset, length, finding.ruleId());
			case WARNING -> getMessageAcceptor().acceptWarning(message, file, offset, length, finding.ruleId());
			case INFO -> getMessageAcceptor().acceptInfo(message, file, offset, length, finding.ruleId());
		}
	}
}
