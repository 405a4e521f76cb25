package org.vcdsl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.TODAY;
import static org.vcdsl.resolve.Resolved.check;
import static org.vcdsl.resolve.Resolved.resolve;

import java.time.LocalDate;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.analysis.placement.Placed;
import org.vcdsl.facts.Catalogue;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;

class RuleEngineTest {

	private static final String TWO_COPIES_UNTIL_MAY = """
			site north { host alpha { engine docker } }
			site south { host beta }
			@accept VCD302 "beta comes in May" until 2026-05-31
			container web on alpha replicas 2
			""";

	@Test
	void findingsComeInReadingOrderWhateverTheOrderOfTheRules() {
		var topology = resolve("""
				site quay { host alpha { memory 1 GiB } }
				container web on alpha replicas 2 { memory 1 GiB }
				service shopfront { needs 1 of web }
				""");
		var rules = new ArrayList<>(RuleCatalogue.topologyRules());
		var findings = new RuleEngine(rules).judge(Placed.asIs(topology), Catalogue.EMPTY, List.of(), TODAY);
		Collections.reverse(rules);

		assertThat(findings).extracting(Finding::ruleId)
				.containsExactly("VCD300", "VCD303", "VCD301", "VCD401", "VCD206", "VCD302");
		assertThat(new RuleEngine(rules).judge(Placed.asIs(topology), Catalogue.EMPTY, List.of(), TODAY)).isEqualTo(findings);
	}

	@Test
	void whatResolvingFindsIsAcceptedOnTheServiceThatSaysIt() {
		assertThat(check("""
				site quay { host alpha { engine docker } }
				container web on alpha replicas 2
				@accept VCD105 "one is enough"
				service shopfront { needs web }
				""").findings()).filteredOn(finding -> finding.ruleId().equals("VCD105")).singleElement()
				.satisfies(finding -> assertThat(finding.accepted()).isPresent());
	}

	@Test
	void anAcceptanceHoldsToTheEndOfItsLastDay() {
		assertThat(accepted(LocalDate.of(2026, 5, 31))).isTrue();
		assertThat(accepted(LocalDate.of(2026, 6, 1))).isFalse();
	}

	@Test
	void anExpiredAcceptanceIsSaidToBe() {
		assertThat(judge(LocalDate.of(2026, 6, 1))).extracting(Finding::ruleId).containsExactly("VCD107", "VCD302");
	}

	@Test
	void anAcceptedFindingKeepsItsSeverityAndItsReason() {
		assertThat(judge(LocalDate.of(2026, 5, 1))).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.accepted()).hasValueSatisfying(
					acceptance -> assertThat(acceptance.reason()).isEqualTo("beta comes in May"));
		});
	}

	@Test
	void whatBackendsFindIsAcceptedLikeAnythingElse() {
		var topology = resolve("""
				site quay { host alpha { engine docker } }
				@accept VCD801 "the registry is chosen when the plan is run"
				container web on alpha
				""");
		var web = topology.workloads().get("web");
		var found = new Finding("VCD801", Severity.WARNING, web.source(), "No image", List.of(web.name()), List.of());

		assertThat(RuleEngine.judgeArtifacts(topology, List.of(found), TODAY)).singleElement()
				.satisfies(finding -> assertThat(finding.accepted()).isPresent());
	}

	private static boolean accepted(LocalDate today) {
		return judge(today).stream().filter(finding -> finding.ruleId().equals("VCD302"))
				.allMatch(finding -> finding.accepted().isPresent());
	}

	private static List<Finding> judge(LocalDate today) {
		return new RuleEngine(RuleCatalogue.topologyRules()).judge(Placed.asIs(resolve(TWO_COPIES_UNTIL_MAY)), Catalogue.EMPTY, List.of(), today);
	}
}
