package org.vcdsl.formatting2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.formatting2.VcdTexts.comments;
import static org.vcdsl.formatting2.VcdTexts.format;
import static org.vcdsl.formatting2.VcdTexts.tokens;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.parser.antlr.internal.InternalVcdLexer;
import org.vcdsl.pipeline.SourceFile;
import org.vcdsl.pipeline.SourceSet;

/** What holds for every text, however it is written: the formatter changes blanks only, and a second run changes nothing. */
class FormatterPropertiesTest {

	private static final int MANGLINGS = 40;
	private static final List<String> GAPS = List.of(" ", "  ", "   ", "     ", "\n", "\n\n", "\n    ", "\n\n\n  ", "\t", " \n\t", " /* c */ ",
			"\n/* c\n d */\n", "  // c\n", "\n  // c\n     ", "/**/", "\r\n", "   // x\n          // y\n");

	@TestFactory
	Stream<DynamicTest> holdsForEveryFileOfTheProject() throws IOException {
		return VcdTexts.sound().stream().map(file -> dynamicTest(file, () -> {
			assertGood(Project.read(file));
			assertThat(meaning(format(Project.read(file)))).isEqualTo(meaning(Project.read(file)));
		}));
	}

	@TestFactory
	Stream<DynamicTest> holdsForTextWithAnyBlanksAndComments() {
		return Stream.of("examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd", "examples/dc1/standards.vcd")
				.flatMap(file -> IntStream.range(0, MANGLINGS).mapToObj(seed -> dynamicTest(file + " " + seed,
						() -> assertGood(mangled(Project.read(file), new Random(seed), seed % 4 + 1)))));
	}

	@Test
	void mangledTextMeansTheSame() {
		for (var file : List.of("examples/cellar/cellar.vcd", "examples/dc1/dc1.vcd")) {
			var mangled = mangled(Project.read(file), new Random(1), 1);

			assertThat(meaning(format(mangled))).isEqualTo(meaning(mangled)).isEqualTo(meaning(Project.read(file)));
		}
	}

	private static void assertGood(String text) {
		var formatted = format(text);

		assertThat(tokens(formatted)).isEqualTo(tokens(text));
		assertThat(comments(formatted)).isEqualTo(comments(text));
		assertThat(format(formatted)).as("formatted twice: " + text).isEqualTo(formatted);
		assertThat(formatted.lines().filter(line -> line.endsWith(" "))).isEmpty();
		assertThat(formatted).doesNotContain("\n\n\n").endsWith("\n");
	}

	/** What a text resolves to, together with what it may import, without the places where it says so. */
	private static String meaning(String text) {
		var sources = Stream.of(new SourceFile("test.vcd", text), Project.source("examples/dc1/standards.vcd"));
		return Project.pipeline().check(SourceSet.parse(sources.toList())).stream()
				.map(checked -> checked.topology() + " " + checked.findings().stream().map(Finding::message).sorted().toList())
				.collect(Collectors.joining("\n")).replaceAll("SourceRange\\[[^]]*\\]|\\(line \\d+\\)", "");
	}

	/** Puts other blanks and comments between some words: one in a few, where there are some already. */
	private static String mangled(String text, Random random, int oneIn) {
		var mangled = new StringBuilder();
		for (var token : VcdTexts.all(text)) {
			var isBlank = token.getType() == InternalVcdLexer.RULE_WS;
			mangled.append(isBlank && random.nextInt(oneIn * oneIn) == 0 ? GAPS.get(random.nextInt(GAPS.size())) : token.getText());
		}
		return mangled.toString();
	}
}
