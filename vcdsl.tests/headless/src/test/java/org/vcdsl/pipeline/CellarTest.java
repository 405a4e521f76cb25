package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vcdsl.Project;
import org.vcdsl.rule.RuleCatalogue;

class CellarTest {

	@Test
	void findingsEqualTheListWrittenByHand() {
		var byHand = Project.read("examples/cellar/expected/findings.hand.txt").lines()
				.filter(line -> !line.startsWith("#")).map(line -> line.split("\\s{2,}"))
				.filter(columns -> RuleCatalogue.byId(columns[2]).isPresent()).toList();

		assertThat(check().findings()).zipSatisfy(byHand, (finding, columns) -> {
			assertThat(finding.source().line()).isEqualTo(Integer.parseInt(columns[0]));
			assertThat(finding.severity().label()).isEqualTo(columns[1]);
			assertThat(finding.ruleId()).isEqualTo(columns[2]);
			assertThat(finding.subjects()).startsWith(columns[4].split(" "));
			assertThat(finding.accepted().isPresent()).isEqualTo(columns[5].startsWith("accepted"));
		});
	}

	@Test
	void acceptedFindingsKeepTheirReason() {
		assertThat(check().findings()).filteredOn(finding -> finding.accepted().isPresent())
				.extracting(finding -> finding.subjects().getFirst()).containsExactly("mains", "sw1");
	}

	private static Checked check() {
		var checked = pipeline().check(SourceSet.parse(List.of(Project.source("examples/cellar/cellar.vcd"))));
		assertThat(checked).hasSize(1);
		return checked.getFirst();
	}
}
