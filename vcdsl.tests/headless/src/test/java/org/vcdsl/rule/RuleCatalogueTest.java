package org.vcdsl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vcdsl.Project;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** A rule is whole: listed, shown, described, and found by its id; {@link RulePagesTest} asks for its page. */
class RuleCatalogueTest {

	/** The package of each hundred of ids. */
	private static final Map<Character, String> PACKAGES = Map.of('1', "language", '2', "kernel", '3', "failure", '4', "capacity",
			'5', "isolation", '6', "placement", '7', "network", '8', "artifact");

	private static final int LONGEST_TITLE = 70;

	@Test
	void everyRuleClassIsInTheCatalogue() {
		var classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
				.importPackages("org.vcdsl").stream()
				.filter(type -> type.isAssignableTo(Rule.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
				.map(type -> type.getName()).sorted().toList();
		assertThat(RuleCatalogue.all()).extracting(rule -> rule.getClass().getName())
				.as("add the rule to RuleCatalogue").containsExactlyInAnyOrderElementsOf(classes);
	}

	@Test
	void idsAscendAndNoneIsUsedTwice() {
		assertThat(RuleCatalogue.all()).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void noNameIsUsedTwice() {
		assertThat(RuleCatalogue.all()).extracting(rule -> rule.description().name()).doesNotHaveDuplicates();
	}

	@Test
	void aRuleIsFoundByItsId() {
		assertThat(RuleCatalogue.all()).allSatisfy(rule -> assertThat(RuleCatalogue.byId(rule.id())).containsSame(rule));
		assertThat(RuleCatalogue.byId("VCD999")).isEmpty();
	}

	@TestFactory
	Stream<DynamicTest> everyRuleIsWhole() {
		return RuleCatalogue.all().stream().map(rule -> dynamicTest(rule.id(), () -> {
			var description = rule.description();
			assertThat(rule.id()).matches("VCD[1-9]\\d\\d");
			assertThat(rule.getClass().getPackageName()).isEqualTo("org.vcdsl.rule." + PACKAGES.get(rule.id().charAt(3)));
			assertThat(description.name()).isEqualTo(kebab(rule.getClass().getSimpleName()));
			assertThat(description.title()).matches("[A-Z].*[^.!?:]").doesNotContain("'", "\"", "%")
					.hasSizeLessThanOrEqualTo(LONGEST_TITLE);
			assertThat(description.rationale()).matches("[A-Z].*\\.");
			assertThat(description.remedy()).matches("[A-Z].*\\.");
			assertThat(description.sources()).doesNotHaveDuplicates().allMatch(source -> !source.isBlank() && !source.endsWith("."));
			assertThat(Fixture.folder(rule)).as("fixtures").isDirectoryContaining("glob:**/bad.vcd")
					.isDirectoryContaining("glob:**/good.vcd");
		}));
	}

	@Test
	void noFixturesAndNoPageOutliveTheirRule() throws IOException {
		var ids = RuleCatalogue.all().stream().map(Rule::id).toList();
		assertThat(names(Fixture.FOLDER)).containsExactlyInAnyOrderElementsOf(ids);
		assertThat(names(RulePages.FOLDER)).isSubsetOf(
				Stream.concat(ids.stream().map(id -> id + ".md"), Stream.of("README.md")).toList());
	}

	private static List<String> names(String folder) throws IOException {
		try (Stream<Path> files = Files.list(Project.path(folder))) {
			return files.map(file -> file.getFileName().toString()).toList();
		}
	}

	private static String kebab(String className) {
		return className.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}
}
