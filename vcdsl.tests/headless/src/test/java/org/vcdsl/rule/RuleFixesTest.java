package org.vcdsl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.Project.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Fix;
import org.vcdsl.pipeline.FixTrial;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.TextLayout;

/** A fix that a rule offers has been tried: it settles its finding in every fixture, and spoils nothing. */
class RuleFixesTest {

	private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/");

	private static final List<Offer> OFFERS = RuleCatalogue.all().stream().flatMap(rule -> Fixture.of(rule).stream())
			.flatMap(RuleFixesTest::offersOf).toList();

	@TestFactory
	Stream<DynamicTest> eachFixSettlesItsFinding() {
		return offers(offer -> assertThat(offer.fixed()).as("the finding is gone, nothing as bad has come").isPresent());
	}

	@TestFactory
	Stream<DynamicTest> whatWasLaidOutStaysSo() {
		return offers(offer -> {
			if (isLaidOut(offer.fixture().source())) {
				assertThat(TextLayout.layOut(offer.fixed().orElseThrow()).text()).isEqualTo(offer.fixed().orElseThrow().text());
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> commentsStay() {
		return offers(offer -> assertThat(comments(offer.fixed().orElseThrow())).isEqualTo(comments(offer.fixture().source())));
	}

	@TestFactory
	Stream<DynamicTest> labelsSayWhatHappens() {
		return offers(offer -> assertThat(offer.fix().label()).matches("[A-Z].*[^.\\s]").hasSizeLessThan(80));
	}

	@TestFactory
	Stream<DynamicTest> whereARuleOffersAFixTheFirstTurnsBadIntoFixed() {
		return RuleCatalogue.all().stream().map(rule -> dynamicTest(rule.id(), () -> {
			var own = OFFERS.stream().filter(offer -> offer.fixture().rule() == rule && offer.finding().ruleId().equals(rule.id())).toList();
			var isOffering = !own.isEmpty();
			var first = own.stream().filter(offer -> offer.fixture().source().name().equals("bad.vcd")).findFirst();
			if (isOffering && Boolean.getBoolean("vcdsl.update")) {
				write(rule, first.orElseThrow().fixed().orElseThrow());
			}
			assertThat(Fixture.fixed(rule).map(fixture -> fixture.source().text())).as("fixed.vcd, rewritten by -Dvcdsl.update=true")
					.isEqualTo(isOffering ? first.orElseThrow().fixed().map(SourceFile::text) : Optional.empty());
		}));
	}

	/**
	 * A fix that is offered in a fixture.
	 *
	 * @param fixed the fixture with the fix made; empty if it is not good
	 */
	private record Offer(Fixture fixture, Finding finding, Fix fix, Optional<SourceFile> fixed) {

		static Offer of(Fixture fixture, Finding finding, Fix fix) {
			return new Offer(fixture, finding, fix, new FixTrial(List.of(fixture.source()), pipeline()::check).with(finding, fix)
					.map(trial -> trial.sources().getFirst()));
		}

		@Override
		public String toString() {
			return "%s:%s %s".formatted(fixture, finding.source().line(), fix.label());
		}
	}

	private static Stream<DynamicTest> offers(Check check) {
		return OFFERS.stream().map(offer -> dynamicTest(offer.toString(), () -> check.on(offer)));
	}

	@FunctionalInterface
	private interface Check {

		void on(Offer offer) throws IOException;
	}

	private static Stream<Offer> offersOf(Fixture fixture) {
		return fixture.findings(pipeline()).stream()
				.flatMap(finding -> finding.fixes().stream().map(fix -> Offer.of(fixture, finding, fix)));
	}

	private static boolean isLaidOut(SourceFile source) {
		var laidOut = TextLayout.layOut(source);
		return laidOut.errors().isEmpty() && laidOut.text().equals(source.text());
	}

	private static List<String> comments(SourceFile source) {
		return COMMENT.matcher(source.text()).results().map(MatchResult::group).toList();
	}

	/** With the markers of what is still found: those of the lines that stay, and those that the file had already. */
	private static void write(Rule rule, SourceFile fixed) throws IOException {
		var marked = new ArrayList<String>();
		if (Fixture.fixed(rule).isPresent()) {
			marked.addAll(Files.readAllLines(Fixture.fixedFile(rule)));
		}
		Files.readAllLines(Fixture.folder(rule).resolve("bad.vcd")).stream()
				.filter(line -> Marker.in(1, line).noneMatch(marker -> marker.ruleId().equals(rule.id()))).forEach(marked::add);
		Files.writeString(Fixture.fixedFile(rule), fixed.text().lines().map(line -> marked.stream()
				.filter(known -> Marker.withoutMarkers(known).equals(line)).findFirst().orElse(line)).collect(Collectors.joining("\n", "", "\n")));
	}
}
