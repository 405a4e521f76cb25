package org.vcdsl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vcdsl.Project.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vcdsl.Project;

/** Text that is cut, empty or no VCDSL at all gets findings and never an exception. */
class BrokenTextTest {

	/** Characters of two, three and four bytes, where text may stand. */
	private static final String WIDE = "\n// \u00DF \u20AC \uD83D\uDE00\nimage wide { ref \"\u00DF\u20AC\uD83D\uDE00\" }\n";

	/** Judging takes longer than parsing: done for one cut of so many. */
	private static final int ONE_OF = 61;

	@ParameterizedTest
	@ValueSource(strings = { "examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd" })
	void aFileCutAtAnyByteCrashesNothing(String example) {
		var bytes = (Project.read(example) + WIDE).getBytes(StandardCharsets.UTF_8);
		for (var length = 0; length < bytes.length; length++) {
			var cut = new SourceFile("cut.vcd", new String(bytes, 0, length, StandardCharsets.UTF_8));
			var judged = length % ONE_OF == 0;
			assertThatCode(() -> {
				var sources = SourceSet.parse(List.of(cut));
				if (judged) {
					pipeline().check(sources);
				}
			}).as("cut after %d bytes", length).doesNotThrowAnyException();
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
			"package p site s { hots m1 }                  | 'hots' means nothing in a site. Did you mean 'host'?",
			"package p site s {                            | The file ends, but the '{' in line 1 is still open.",
			"package                                       | The file ends here, but something is missing.",
			"package p network n { vlan x }                | 'x' cannot stand here; a number is expected.",
			"package p image i { ref shop }                | 'shop' cannot stand here; text in double quotes is expected: \"shop\"." })
	void messagesSpeakTheLanguage(String text, String message) {
		assertThat(check(new SourceFile("broken.vcd", text)).getFirst().findings()).extracting(finding -> finding.message())
				.contains(message);
	}

	private static List<Checked> check(SourceFile source) {
		return pipeline().check(SourceSet.parse(List.of(source)));
	}
}
