package org.vcdsl.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.vcdsl.Project;

/** The page of meanings names tests that exist, and all those of this package. */
class MeaningTableTest {

	private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (.+) \\|");
	/** A test of another package is named with it: {@code `cli.ImportedFilesTest.x`}. */
	private static final Pattern TEST = Pattern.compile("`((?:\\w+\\.)*\\w+Test)\\.(\\w+)`");

	@Test
	void eachSentenceHasATestOrSaysWhyNot() {
		assertThat(answers()).isNotEmpty().allMatch(answer -> TEST.matcher(answer).matches() || answer.startsWith("not yet: "));
	}

	@Test
	void eachTestNamedIsThere() {
		assertThat(named()).allSatisfy(test -> assertThat(tests(test.substring(0, test.lastIndexOf('.')))).contains(test));
	}

	@Test
	void eachTestOfThisPackageIsNamedOnce() {
		var ours = named().stream().filter(test -> test.indexOf('.') == test.lastIndexOf('.')).toList();
		var there = ours.stream().map(test -> test.substring(0, test.indexOf('.'))).distinct().flatMap(name -> tests(name).stream())
				.toList();

		assertThat(ours).containsExactlyInAnyOrderElementsOf(there);
	}

	/** What the last column of the tables says. */
	private static List<String> answers() {
		return Project.read("docs/meaning.md").lines().map(ROW::matcher).filter(row -> row.matches() && !row.group(1).equals("sentence"))
				.map(row -> row.group(2)).toList();
	}

	private static List<String> named() {
		return answers().stream().map(TEST::matcher).filter(test -> test.matches()).map(test -> test.group(1) + "." + test.group(2)).toList();
	}

	/** All tests of a class of this package, or of one that is named with its package below {@code org.vcdsl}. */
	private static List<String> tests(String className) {
		var root = Project.class.getPackageName() + ".";
		try {
			var type = Class.forName(root + (className.contains(".") ? "" : "meaning.") + className, false,
					MeaningTableTest.class.getClassLoader());
			return Arrays.stream(type.getDeclaredMethods()).filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
					.map(method -> className + "." + method.getName()).toList();
		} catch (ClassNotFoundException missing) {
			return List.of(className + " is no class");
		}
	}
}
