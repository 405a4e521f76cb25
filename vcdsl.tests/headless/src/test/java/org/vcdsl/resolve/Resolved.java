package org.vcdsl.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.util.List;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.Checked;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.topology.Topology;

/** Text of a test, resolved. */
public final class Resolved {

	private Resolved() {
	}

	/** The topology that a text without its package declares; it must have no errors in its text. */
	public static Topology resolve(String text) {
		var checked = check(text);
		assertThat(checked.topology()).as(() -> checked.findings().toString()).isPresent();
		return checked.topology().orElseThrow();
	}

	/** The verdicts on a text without its package. */
	public static Checked check(String text) {
		var source = new SourceFile("test.vcd", "package test import vcd.catalog.*\n" + text);
		var checked = pipeline().check(SourceSet.parse(List.of(source)));
		assertThat(checked).hasSize(1);
		return checked.getFirst();
	}

	/** The messages of all errors, each behind its rule: {@code VCD103 'x' is not a quantity}. */
	public static List<String> errors(String text) {
		return check(text).findings().stream().filter(finding -> finding.severity() == Severity.ERROR).map(Resolved::label)
				.toList();
	}

	private static String label(Finding finding) {
		return finding.ruleId() + " " + finding.message();
	}
}
