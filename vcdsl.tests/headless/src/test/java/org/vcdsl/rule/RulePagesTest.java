package org.vcdsl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages say what the rules say. */
class RulePagesTest {

	@TestFactory
	Stream<DynamicTest> pagesAreUpToDate() {
		return RulePages.all().entrySet().stream().map(page -> dynamicTest(page.getKey().getFileName().toString(), () -> {
			if (Boolean.getBoolean("vcdsl.update")) {
				write(page.getKey(), page.getValue());
			}
			assertThat(page.getKey()).as("rewrite the pages: " + RulePages.HOW_TO_REWRITE).exists().hasContent(page.getValue());
		}));
	}

	@Test
	void everyRuleIsInTheIndex() {
		var index = RulePages.all().entrySet().iterator().next().getValue();
		assertThat(RuleCatalogue.all()).allSatisfy(rule -> assertThat(index).contains("(%s.md)".formatted(rule.id())));
	}

	@Test
	void textMeansJustItselfInMarkdown() {
		assertThat(new Markdown().paragraph("a *b* _c_ `d` <e> [f](g) h|i & j\\k").toString())
				.isEqualTo("a \\*b\\* \\_c\\_ \\`d\\` \\<e\\> \\[f\\](g) h\\|i \\& j\\\\k\n");
		assertThat(new Markdown().paragraph("- a").paragraph("# b").paragraph("1. c").paragraph("12) d").toString())
				.isEqualTo("\\- a\n\n\\# b\n\n1\\. c\n\n12\\) d\n");
	}

	@Test
	void codeThatHoldsAFenceGetsALongerOne() {
		assertThat(new Markdown().code("text", "```\na\n```").toString()).isEqualTo("````text\n```\na\n```\n````\n");
	}

	@Test
	void listsAndTablesAreBlocksOfTheirOwn() {
		assertThat(new Markdown().list(List.of("a", "+ b")).table(List.of("c"), List.of(List.of("d"))).toString())
				.isEqualTo("- a\n- \\+ b\n\n| c |\n| --- |\n| d |\n");
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
