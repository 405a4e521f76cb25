package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vcdsl.Project.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;

/** What a careful architect finds in the examples was written by hand; VCDSL finds that, no more and no less. */
class ExampleFindingsTest {

	private static final int COLUMNS = 6;

	/**
	 * A line of a list written by hand.
	 *
	 * @param subjects some of them, separated by spaces
	 * @param says what a colleague would say; begins with {@code accepted} where somebody accepted it
	 */
	private record ByHand(int line, String severity, String ruleId, String subjects, String says) {

		static ByHand of(String text) {
			var columns = text.split("\\s{2,}", COLUMNS);
			return new ByHand(Integer.parseInt(columns[0]), columns[1], columns[2], columns[4], columns[5]);
		}

		boolean isThis(Finding finding) {
			return finding.source().line() == line && finding.severity().label().equals(severity) && finding.ruleId().equals(ruleId)
					&& finding.subjects().containsAll(List.of(subjects.split(" ")))
					&& finding.accepted().isPresent() == says.startsWith("accepted");
		}

		String label() {
			return "%d %s %s %s: %s".formatted(line, severity, ruleId, subjects, says);
		}
	}

	static Stream<String> examples() {
		try (var folders = Files.list(Project.path("examples"))) {
			return folders.map(Path::getFileName).map(Path::toString).sorted().toList().stream();
		} catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void findingsAreThoseWrittenByHand(String example) {
		var byHand = new ArrayList<>(Project.read("examples/" + example + "/expected/findings.hand.txt").lines()
				.filter(line -> !line.startsWith("#")).map(ByHand::of).toList());
		var unexpected = new ArrayList<String>();
		for (var finding : findings(example)) {
			var expected = byHand.stream().filter(line -> line.isThis(finding)).findFirst();
			expected.ifPresentOrElse(byHand::remove, () -> unexpected.add("%d %s %s %s: %s".formatted(finding.source().line(),
					finding.severity().label(), finding.ruleId(), finding.subjects(), finding.message())));
		}
		assertThat(unexpected).as("found, and not on the list").isEmpty();
		assertThat(byHand).extracting(ByHand::label).as("on the list, and not found").isEmpty();
	}

	@Test
	void acceptedFindingsKeepTheirReason() {
		assertThat(findings("cellar")).filteredOn(finding -> finding.accepted().isPresent())
				.allSatisfy(finding -> assertThat(finding.accepted().get().reason()).isEqualTo("shop closes at night; owner agreed"))
				.extracting(finding -> finding.subjects().getFirst()).containsExactly("mains", "sw1");
	}

	private static List<Finding> findings(String example) {
		try (var files = Files.walk(Project.path("examples/" + example))) {
			var sources = files.filter(file -> file.toString().endsWith(".vcd")).sorted()
					.map(file -> Project.source(Project.path(".").relativize(file).toString())).toList();
			return pipeline().check(SourceSet.parse(sources)).stream().flatMap(checked -> checked.findings().stream()).toList();
		} catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}
}
