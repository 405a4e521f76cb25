package org.vcdsl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.Project.TODAY;
import static org.vcdsl.Project.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.pipeline.Backends;
import org.vcdsl.pipeline.Pipeline;

/** Each rule finds what its fixtures mark, and nothing else is found there by any rule. */
class RuleFixturesTest {

	private static final String ONE_HOST = "a workload stands on one host, so whatever a service needs is a single point of failure";
	private static final String IN_FORCE = "an acceptance in force is what it shows";

	/** Rules whose good model accepts a finding, and why it cannot do without. */
	private static final Map<String, String> ACCEPTING = Map.of(
			"VCD104", ONE_HOST,
			"VCD105", ONE_HOST,
			"VCD107", IN_FORCE,
			"VCD301", ONE_HOST,
			"VCD303", ONE_HOST,
			"VCD701", ONE_HOST);

	@TestFactory
	Stream<DynamicTest> findingsAreExactlyTheMarked() {
		return fixtures().map(fixture -> dynamicTest(fixture.toString(),
				() -> assertThat(fixture.differences(fixture.findings(pipeline()))).isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> badBreaksTheRule() {
		return rules(rule -> assertThat(Fixture.bad(rule).markers())
				.anyMatch(marker -> marker.ruleId().equals(rule.id()) && !marker.accepted()));
	}

	@TestFactory
	Stream<DynamicTest> goodBreaksNoRule() {
		return rules(rule -> {
			var markers = Fixture.good(rule).markers();
			if (ACCEPTING.containsKey(rule.id())) {
				assertThat(markers).isNotEmpty().allMatch(Marker::accepted);
			} else {
				assertThat(markers).isEmpty();
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> badAndGoodDifferInOneLine() {
		return rules(rule -> {
			var bad = Fixture.bad(rule).source().text().lines().toList();
			var good = Fixture.good(rule).source().text().lines().toList();
			assertThat(good).hasSameSizeAs(bad);
			assertThat(IntStream.range(0, bad.size()).filter(i -> !Objects.equals(bad.get(i), good.get(i))).count()).isEqualTo(1);
		});
	}

	@TestFactory
	Stream<DynamicTest> badIsNotCaughtWithoutTheRule() {
		return RuleCatalogue.topologyRules().stream().map(rule -> dynamicTest(rule.id(), () -> {
			var others = RuleCatalogue.topologyRules().stream().filter(other -> other != rule).toList();
			var bad = Fixture.bad(rule);
			assertThat(bad.differences(bad.findings(new Pipeline(TODAY, others, Backends.all())))).isNotEmpty();
		}));
	}

	@TestFactory
	Stream<DynamicTest> findingsMatterAtLeastAsMuchAsTheRuleSays() {
		return rules(rule -> assertThat(Fixture.bad(rule).findings(pipeline()))
				.filteredOn(finding -> finding.ruleId().equals(rule.id()))
				.allSatisfy(finding -> assertThat(finding.severity()).isGreaterThanOrEqualTo(rule.description().severity())));
	}

	private static Stream<Fixture> fixtures() {
		return RuleCatalogue.all().stream().map(Fixture::of).flatMap(List::stream);
	}

	private static Stream<DynamicTest> rules(Consumer<Rule> test) {
		return RuleCatalogue.all().stream().map(rule -> dynamicTest(rule.id(), () -> test.accept(rule)));
	}
}
