package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.SourceRange;

class FindingsTextTest {

	private static final SourceRange ALPHA = new SourceRange("dc1.vcd", 20, 5, 2, 7, 2, 12);

	@Test
	void aFindingIsALineThatEditorsUnderstand() {
		assertThat(FindingsText.print(List.of(finding(Severity.WARNING, "Host 'alpha' is alone."))))
				.isEqualTo("dc1.vcd:2:7: warning VCD301 Host 'alpha' is alone.\n");
	}

	@Test
	void factsAreCited() {
		var finding = new Finding("VCD203", Severity.ERROR, ALPHA, "Too old.", List.of(), List.of("kernel.org", "man 7 cgroups"));
		assertThat(FindingsText.print(List.of(finding)))
				.isEqualTo("dc1.vcd:2:7: error VCD203 Too old. (source: kernel.org; man 7 cgroups)\n");
	}

	@Test
	void anAcceptedFindingSaysWhyAndUntilWhen() {
		assertThat(FindingsText.print(List.of(accepted(Optional.of(LocalDate.of(2027, 6, 30))), accepted(Optional.empty())))).isEqualTo("""
				dc1.vcd:2:7: accepted VCD301 Alone. [accepted until 2027-06-30: closed at night]
				dc1.vcd:2:7: accepted VCD301 Alone. [accepted: closed at night]
				""");
	}

	@Test
	void onATerminalTheTextStandsBelowWithACaret() {
		assertThat(quoting("package shop\nhost\t\u00e4 alpha {\n", 8)).isEqualTo("""
				dc1.vcd:2:8: info VCD301 Alone.
				  host \u00e4 alpha {
				         ^~~~~
				""");
	}

	@Test
	void aPlaceAtTheEndOfTheTextHasACaretToo() {
		assertThat(quoting("package shop\nhost a", 7)).endsWith("  host a\n        ^\n");
		assertThat(quoting("package shop", 7)).isEqualTo("dc1.vcd:2:7: info VCD301 Alone.\n");
	}

	@Test
	void nothingBreaksTheLineOrSpeaksToTheTerminal() {
		assertThat(FindingsText.print(List.of(finding(Severity.INFO, "Host 'a\nb\u001b[31m' is alone."))))
				.isEqualTo("dc1.vcd:2:7: info VCD301 Host 'a b [31m' is alone.\n");
	}

	@Test
	void theSummaryCountsWorstFirst() {
		assertThat(FindingsText.summary(List.of())).isEqualTo("no findings");
		assertThat(FindingsText.summary(List.of(finding(Severity.INFO, ""), finding(Severity.INFO, ""), finding(Severity.ERROR, ""),
				accepted(Optional.empty())))).isEqualTo("1 error, 2 info; 1 accepted");
	}

	private static String quoting(String text, int column) {
		var source = new SourceRange("dc1.vcd", 0, 5, 2, column, 2, column + 5);
		var finding = new Finding("VCD301", Severity.INFO, source, "Alone.", List.of(), List.of());
		return FindingsText.printQuoting(List.of(finding), Map.of("dc1.vcd", text));
	}

	private static Finding accepted(Optional<LocalDate> until) {
		return finding(Severity.WARNING, "Alone.")
				.acceptedBy(new Acceptance("VCD301", List.of(), Selection.of("alpha"), "closed at night", until, ALPHA));
	}

	private static Finding finding(Severity severity, String message) {
		return new Finding("VCD301", severity, ALPHA, message, List.of("alpha"), List.of());
	}
}
