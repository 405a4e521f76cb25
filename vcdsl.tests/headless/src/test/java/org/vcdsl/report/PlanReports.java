package org.vcdsl.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.plan.ManualStep;
import org.vcdsl.plan.Planner;
import org.vcdsl.plan.Variable;
import org.vcdsl.topology.Acceptance;
import org.vcdsl.topology.Cellar;
import org.vcdsl.topology.SmallTopology;
import org.vcdsl.topology.Selection;
import org.vcdsl.topology.SourceRange;

/** Reports that several tests print. */
final class PlanReports {

	/** A name with everything that has a meaning in Markdown. */
	static final String NASTY = "a|b`c*d_e[f](g)<b>h</b>\\i #j\n- k & l";

	private static final SourceRange PLACE = new SourceRange("cellar.vcd", 120, 5, 6, 10, 6, 15);

	private PlanReports() {
	}

	static PlanReport cellar() {
		var accepted = new Acceptance("VCD301", List.of(Selection.of("mains")), Selection.of("shopfront"), "owner agreed", Optional.of(LocalDate.of(2027, 6, 30)),
				PLACE);
		var finding = new Finding("VCD301", Severity.WARNING, PLACE, "Feed 'mains' is a single point of failure.", List.of("mains"),
				List.of());
		return new PlanReport(Planner.plan(Cellar.topology(), Map.of()),
				List.of(new Variable("address_beta", "address of beta", "beta")), List.of(),
				List.of(finding.acceptedBy(accepted), new Finding("VCD302", Severity.WARNING, PLACE,
						"All 2 replicas of 'web' share a kernel.", List.of("web"), List.of("a source"))));
	}

	static PlanReport empty() {
		return new PlanReport(Planner.plan(new SmallTopology().build(), Map.of()), List.of(), List.of(), List.of());
	}

	/** One container with a nasty name, which a rule forbids. */
	static PlanReport nasty() {
		return new PlanReport(
				Planner.plan(new SmallTopology().host("h").container(NASTY, "h", "shop:1", List.of()).build(), Map.of(NASTY, "VCD201")),
				List.of(new Variable("address_h", NASTY, NASTY)), List.of(new ManualStep("start-container/h/" + NASTY, NASTY, NASTY)),
				List.of(new Finding("VCD201", Severity.ERROR, PLACE, NASTY, List.of(NASTY), List.of())));
	}
}
