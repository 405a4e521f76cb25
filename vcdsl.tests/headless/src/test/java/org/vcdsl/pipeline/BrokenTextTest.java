package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vcdsl.Project.pipeline;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;

/** Text that is cut, empty or no VCDSL at all gets findings and never an exception. */
class BrokenTextTest {

	@Test
	void aFileCutAtAnyCharacterCrashesNothing() {
		var text = Project.read("examples/cellar/cellar.vcd");
		for (var length = 0; length < text.length(); length++) {
			var cut = new SourceFile("cut.vcd", text.substring(0, length));
			assertThatCode(() -> check(cut)).as("cut after %d characters", length).doesNotThrowAnyException();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "package", "host", "}", "package p site", "package p site s { host h : h { } }", "\u0000\uFFFD",
			"package p \"unclosed", "package p /* unclosed", "package p vm v on", "package p @accept", "package p service s { needs }" })
	void brokenTextHasAnErrorAtAPlace(String text) {
		assertThat(check(new SourceFile("broken.vcd", text)))
				.singleElement().satisfies(checked -> {
					assertThat(checked.topology()).isEmpty();
					assertThat(checked.findings()).isNotEmpty().allSatisfy(finding -> {
						assertThat(finding.source().line()).isPositive();
						assertThat(finding.message()).isNotBlank();
					});
				});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"package p site s { hots m1 }                  | 'hots' means nothing here. Did you mean 'host'?",
			"package p site s {                            | The file ends, but the '{' in line 1 is still open.",
			"package                                       | The file ends here, but something is missing.",
			"package p network n { vlan x }                | 'x' cannot stand here; a number is expected.",
			"package p image i { ref shop }                | 'shop' cannot stand here; text in double quotes is expected." })
	void messagesSpeakTheLanguage(String text, String message) {
		assertThat(check(new SourceFile("broken.vcd", text)).getFirst().findings()).extracting(finding -> finding.message())
				.contains(message);
	}

	private static List<Checked> check(SourceFile source) {
		return pipeline().check(SourceSet.parse(List.of(source)));
	}
}
