package org.vcdsl.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vcdsl.Project.pipeline;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.Project;
import org.vcdsl.finding.Finding;
import org.vcdsl.finding.Severity;
import org.vcdsl.pipeline.SourceSet;
import org.vcdsl.rule.Marker;
import org.vcdsl.rule.RuleCatalogue;

/** The pages about the language say what is so. */
class LanguagePageTest {

	private static final String PAGE = "docs/language.md";
	private static final String CATALOGUE_PAGE = "docs/catalogue.md";
	private static final Pattern CODE = Pattern.compile("(?s)```vcd.*?```|`[^`]+`");
	private static final Pattern WORD = Pattern.compile("@?[a-z]+");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");

	@TestFactory
	Stream<DynamicTest> soundExamplesHaveNoErrors() {
		return Example.all().filter(example -> !example.isWrong()).map(example -> dynamicTest(example.toString(), () -> {
			assertThat(example.markers()).isEmpty();
			assertThat(findings(example)).filteredOn(finding -> finding.severity() == Severity.ERROR).isEmpty();
		}));
	}

	@TestFactory
	Stream<DynamicTest> wrongExamplesHaveTheErrorsThatTheyShow() {
		return Example.all().filter(Example::isWrong).map(example -> dynamicTest(example.toString(), () -> {
			assertThat(example.markers()).isNotEmpty();
			assertThat(Marker.differences(example.markers(), findings(example).stream()
					.filter(finding -> finding.severity() == Severity.ERROR).toList())).isEmpty();
		}));
	}

	@Test
	void everyKeywordIsExplained() {
		var explained = new TreeSet<String>();
		CODE.matcher(Project.read(PAGE) + Project.read(CATALOGUE_PAGE)).results()
				.forEach(code -> WORD.matcher(code.group()).results().forEach(word -> explained.add(word.group())));

		assertThat(explained).containsAll(Keywords.all());
	}

	/** In the part of the page that lists all keys, each element has the keys of its own rule in the grammar, and no others. */
	@TestFactory
	Stream<DynamicTest> theTablesListTheKeysOfTheGrammar() {
		return KeyTables.SECTIONS.entrySet().stream().map(section -> dynamicTest(section.getKey(),
				() -> assertThat(KeyTables.keysOnPage(Project.read(PAGE), section.getKey()))
						.isEqualTo(KeyTables.keysInGrammar(section.getValue()))));
	}

	@Test
	void linksLeadSomewhere() {
		var page = Project.read(PAGE);
		var headings = headings(page);

		assertThat(LINK.matcher(page).results().filter(link -> link.group(1).isEmpty()
				? !headings.contains(link.group(2))
				: !isRule(link.group(1)) && !Project.path("docs/" + link.group(1)).toFile().exists()).map(link -> link.group()).toList())
				.isEmpty();
	}

	/** Whether a link leads to the page of a rule, which is printed from it. */
	private static boolean isRule(String link) {
		return RuleCatalogue.all().stream().anyMatch(rule -> link.equals("rules/%s.md".formatted(rule.id())));
	}

	private static Set<String> headings(String page) {
		var headings = new TreeSet<String>();
		page.lines().filter(line -> line.startsWith("#")).forEach(line -> headings
				.add("#" + line.replaceAll("^#+ ", "").toLowerCase().replaceAll("[^a-z ]", "").replace(' ', '-')));
		return headings;
	}

	private static List<Finding> findings(Example example) {
		return pipeline().check(SourceSet.parse(example.files())).stream().flatMap(checked -> checked.findings().stream()).toList();
	}
}
